package dev.muster.domain.enrollment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The records of one file in turn: the separator line, the header line, then the rows, without blank lines. */
final class RecordReading {
    /** In the order in which a tie between them is decided. */
    static final String SEPARATORS = ",;\t";

    private static final String SEPARATOR_LINE = "sep=";

    private final RecordScanner scanner;
    private String separators = SEPARATORS;
    private long blankLines;

    RecordReading(FileText text, ImportLimits limits) {
        this.scanner = new RecordScanner(text, limits, SEPARATORS);
    }

    /** @throws ImportRefusedException where a column is missing or doubled, or no header line can be read */
    FileHeader header(HeaderNames known) throws IOException, ImportRefusedException {
        FileHeader header = opening(known);
        if (!header.errors().isEmpty()) {
            throw new ImportRefusedException(header.errors());
        }
        return header;
    }

    /** The header line, whatever columns it has. */
    FileHeader opening(HeaderNames known) throws IOException, ImportRefusedException {
        RawRecord first = next();
        if (first != null && isSeparatorLine(first)) {
            separators = String.valueOf(declaredSeparator(first));
            scanner.separateBy(separators.charAt(0));
            first = next();
        }
        if (first == null) {
            throw new ImportRefusedException(1, FileFault.EMPTY_FILE, "The file is empty: it has no header line.");
        }
        FileHeader header = FileHeader.read(first, separators, known);
        scanner.separateBy(header.parser().separator());
        if (header.isReport()) {
            scanner.allowApostrophe();
        }
        return header;
    }

    /** The next record that is no blank line; null at the end. */
    RawRecord next() throws IOException, ImportRefusedException {
        RawRecord record = scanner.next();
        while (record != null && record.isBlankLine()) {
            blankLines++;
            record = scanner.next();
        }
        return record;
    }

    /** True where the last record has no line break behind it. */
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

    /** @param enrolled how many rows were skipped because a report calls them enrolled */
    List<FileWarning> warnings(FileHeader header, int enrolled) {
        List<FileWarning> warnings = new ArrayList<>(header.warnings());
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

    private static boolean isSeparatorLine(RawRecord record) {
        return record.text().regionMatches(true, 0, SEPARATOR_LINE, 0, SEPARATOR_LINE.length());
    }

    private static char declaredSeparator(RawRecord line) throws ImportRefusedException {
        String declared = line.text().substring(SEPARATOR_LINE.length());
        if (declared.length() != 1 || SEPARATORS.indexOf(declared.charAt(0)) < 0) {
            throw new ImportRefusedException(
                    line.line(),
                    FileFault.UNKNOWN_SEPARATOR,
                    "The line sep= names " + Sentences.quoted(declared)
                            + " as the separator; comma, semicolon and tab are known.");
        }
        return declared.charAt(0);
    }
}
