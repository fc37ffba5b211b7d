package dev.muster.domain.enrollment.file;

import dev.muster.domain.enrollment.csv.FileError;
import dev.muster.domain.enrollment.csv.FileFault;
import dev.muster.domain.enrollment.csv.FileText;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import dev.muster.domain.enrollment.csv.RawRecord;
import dev.muster.domain.enrollment.csv.RecordScanner;
import dev.muster.domain.enrollment.csv.Sentences;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The records of one file in order: the separator line, the header line, then the rows, without blank lines. */
final class RecordReading {
    /** If two separators read the header line equally well, the first here wins. */
    static final String SEPARATORS = ",;\t";

    private static final String SEPARATOR_LINE = "sep=";

    /** The reader looks for the header line below at most this many lines of a title. */
    static final int MOST_LINES_ABOVE = 20;

    private final RecordScanner scanner;
    private String separators = SEPARATORS;
    private long blankLines;
    private int linesAbove;

    RecordReading(FileText text, ImportLimits limits) {
        this.scanner = new RecordScanner(text, limits, SEPARATORS);
    }

    /**
     * The header line.
     *
     * @param headerLine its line, from 1; 0 for the first line that is not blank
     * @throws ImportRefusedException if a column is missing or there twice, or if no header line can be read
     */
    FileHeader header(HeaderNames known, int headerLine) throws IOException, ImportRefusedException {
        RawRecord record = headerRecord(headerLine);
        FileHeader header = FileHeader.read(record, separators, known);
        if (!header.isUsable()) {
            List<FileError> errors = new ArrayList<>(header.duplicates());
            long later = headerLine == 0 ? laterHeader(known) : 0;
            errors.addAll(header.missingErrors(new HeaderDiagnosis(record, header, known).reason(later)));
            throw new ImportRefusedException(errors);
        }
        return begin(header);
    }

    /** The header line, whatever columns it has. */
    FileHeader opening(HeaderNames known, int headerLine) throws IOException, ImportRefusedException {
        return begin(FileHeader.read(headerRecord(headerLine), separators, known));
    }

    private FileHeader begin(FileHeader header) {
        separators = String.valueOf(header.parser().separator());
        scanner.separateBy(header.parser().separator());
        if (header.isReport()) {
            scanner.allowApostrophe();
        }
        return header;
    }

    private RawRecord headerRecord(int headerLine) throws IOException, ImportRefusedException {
        RawRecord record = next();
        if (record != null && isSeparatorLine(record)) {
            separators = String.valueOf(declaredSeparator(record));
            scanner.separateBy(separators.charAt(0));
            record = next();
        }
        while (record != null && record.line() < headerLine) {
            linesAbove++;
            record = next();
        }
        if (record == null || headerLine > 0 && record.line() != headerLine) {
            throw noHeader(headerLine);
        }
        return record;
    }

    private static ImportRefusedException noHeader(int headerLine) {
        return headerLine == 0
                ? new ImportRefusedException(1, FileFault.EMPTY_FILE, "The file is empty: it has no header line.")
                : new ImportRefusedException(
                        headerLine,
                        FileFault.MISSING_HEADER,
                        "Line " + headerLine
                                + " is not a header line: the file ends before it, or the line is blank. Choose another "
                                + "line.");
    }

    /** The line of the next record that has all columns, searched as far as a title may reach; 0 if there is none. */
    private long laterHeader(HeaderNames known) throws IOException {
        try {
            RawRecord record = next();
            for (int lines = 0; record != null && lines < MOST_LINES_ABOVE; lines++) {
                if (FileHeader.read(record, separators, known).isUsable()) {
                    return record.line();
                }
                record = next();
            }
        } catch (ImportRefusedException unreadable) {
            return 0;
        }
        return 0;
    }

    /** The next record that is not blank; null at the end. */
    @Nullable
    RawRecord next() throws IOException, ImportRefusedException {
        RawRecord record = scanner.next();
        while (record != null && record.isBlank(separators)) {
            blankLines++;
            record = scanner.next();
        }
        return record;
    }

    /** Whether the last record ended with the file and not with a line break. */
    boolean endedWithFile() {
        return scanner.endedWithFile();
    }

    /** Reads to the end and says how many records were left. */
    long countRest() throws IOException, ImportRefusedException {
        long rest = 0;
        while (next() != null) {
            rest++;
        }
        return rest;
    }

    long blankLines() {
        return blankLines;
    }

    /**
     * What a person should know about the file.
     *
     * @param enrolled how many rows were skipped because a report calls them enrolled
     */
    List<FileWarning> warnings(FileHeader header, int enrolled) {
        List<FileWarning> warnings = new ArrayList<>(header.warnings());
        if (linesAbove > 0) {
            warnings.add(new FileWarning(
                    FileWarning.LINES_ABOVE, Sentences.skipped(linesAbove, "line") + " above the header line."));
        }
        if (header.unevenRows() > 0) {
            warnings.add(new FileWarning(FileWarning.UNEVEN_ROWS, uneven(header.unevenRows())));
        }
        if (blankLines > 0) {
            warnings.add(new FileWarning(FileWarning.BLANK_LINES, Sentences.skipped(blankLines, "blank line") + "."));
        }
        if (enrolled > 0) {
            warnings.add(new FileWarning(
                    FileWarning.ENROLLED_ROWS,
                    Sentences.skipped(enrolled, "row") + ": the report calls " + (enrolled == 1 ? "it" : "them")
                            + " enrolled."));
        }
        return warnings;
    }

    private static String uneven(int rows) {
        return String.format(
                Locale.ROOT,
                "%,d %s without cells at the end that may be empty, or with extra empty cells. Nothing is lost.",
                rows,
                rows == 1 ? "row came" : "rows came");
    }

    private static boolean isSeparatorLine(RawRecord record) {
        return record.text().regionMatches(true, 0, SEPARATOR_LINE, 0, SEPARATOR_LINE.length());
    }

    private static char declaredSeparator(RawRecord line) throws ImportRefusedException {
        // A spreadsheet that saves the file again fills the line up with blanks or with the separator.
        String declared = line.text().substring(SEPARATOR_LINE.length()).replaceFirst("^([,;\t])(?: |\\1)*$", "$1");
        if (declared.length() != 1 || SEPARATORS.indexOf(declared.charAt(0)) < 0) {
            throw new ImportRefusedException(
                    line.line(),
                    FileFault.UNKNOWN_SEPARATOR,
                    "The line sep= names " + Sentences.quoted(declared)
                            + " as the separator. Only comma, semicolon and tab are allowed.");
        }
        return declared.charAt(0);
    }
}
