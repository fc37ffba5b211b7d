package dev.muster.domain.enrollment.file;

import dev.muster.domain.enrollment.csv.FileFault;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import dev.muster.domain.enrollment.csv.RawRecord;
import dev.muster.domain.enrollment.csv.RecordParser;
import dev.muster.domain.enrollment.csv.Sentences;
import dev.muster.domain.shared.EnteredText;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Explains a header line that lacks columns, or has another separator than the rows: how it was read, and what to do.
 */
final class HeaderDiagnosis {
    /** Characters that other programs separate cells with. */
    private static final String OTHER_SEPARATORS = "|^~:#\u00A6\u001F ";

    private static final String ROW_SEPARATORS = RecordReading.SEPARATORS + "|";

    private static final int NAMES_TOLD = 10;

    private final RawRecord record;
    private final FileHeader header;
    private final HeaderNames known;

    HeaderDiagnosis(RawRecord record, FileHeader header, HeaderNames known) {
        this.record = record;
        this.header = header;
        this.known = known;
    }

    /**
     * Why the header line does not have all columns.
     *
     * @param laterHeader a later line that has all columns; 0 if no line has
     */
    String reason(long laterHeader) throws IOException {
        return readAs() + " " + why(laterHeader);
    }

    private String readAs() {
        List<String> names = header.names();
        String told = names.stream().limit(NAMES_TOLD).map(Sentences::quoted).collect(Collectors.joining(", "));
        String all = names.size() > NAMES_TOLD ? told + " and " + (names.size() - NAMES_TOLD) + " more" : told;
        return names.size() == 1
                ? "It was read as 1 column: " + told + "."
                : "It was read as " + names.size() + " columns separated by "
                        + separatorName(header.parser().separator()) + ": " + all + ".";
    }

    private String why(long laterHeader) throws IOException {
        if (isQuotedWhole()) {
            return "The whole line is in quotes, so its separators are data. Export the file again without quotes around "
                    + "whole lines.";
        }
        FileHeader undeclared = FileHeader.read(record, RecordReading.SEPARATORS, known);
        if (knowsMore(undeclared)) {
            return "The line sep= above it names "
                    + separatorName(header.parser().separator()) + ", but its columns are separated by "
                    + separatorName(undeclared.parser().separator()) + ". Remove the line sep=.";
        }
        char other = otherSeparator();
        if (other != 0) {
            return "Its columns are separated by " + separatorName(other)
                    + "; only comma, semicolon and tab separate columns here. Export the file again with one of these.";
        }
        return laterHeader > 0
                ? "Line " + laterHeader + " has the columns: choose it as the header line (header=" + laterHeader
                        + "), or remove the lines above it."
                : "Add it, or say which column holds it.";
    }

    private boolean isQuotedWhole() throws IOException {
        return isOneQuotedCell() && knowsMore(FileHeader.read(inner(), RecordReading.SEPARATORS, known));
    }

    private char otherSeparator() throws IOException {
        RawRecord line = isOneQuotedCell() ? inner() : record;
        for (char separator : OTHER_SEPARATORS.toCharArray()) {
            if (line.text().indexOf(separator) >= 0
                    && knowsMore(FileHeader.read(line, String.valueOf(separator), known))) {
                return separator;
            }
        }
        return 0;
    }

    private boolean isOneQuotedCell() {
        return record.text().startsWith("\"") && header.names().stream().skip(1).allMatch(EnteredText::isBlank);
    }

    /** The text of the one cell as a line of its own. */
    private RawRecord inner() {
        return new RawRecord(record.line(), header.names().getFirst(), 1);
    }

    /** A single known column may be chance: {@code device Name:}. */
    private boolean knowsMore(FileHeader other) {
        return other.places().size() > Math.max(1, header.places().size());
    }

    /**
     * Checks that the header line and the first row have the same separator. If they do not, each row would be one
     * cell.
     *
     * @throws ImportRefusedException if the first row is one cell, and another separator parts it into as many cells as
     *     the header line has
     */
    static void refuseOtherSeparator(FileHeader header, RawRecord first) throws IOException, ImportRefusedException {
        char expected = header.parser().separator();
        int columns = header.names().size();
        if (columns == 1 || header.parser().cells(first).length != 1) {
            return;
        }
        for (char separator : ROW_SEPARATORS.toCharArray()) {
            if (separator != expected && new RecordParser(separator).cells(first).length == columns) {
                throw new ImportRefusedException(
                        first.line(),
                        FileFault.UNKNOWN_SEPARATOR,
                        "The header line (line " + header.line() + ") was read as " + columns
                                + " columns separated by " + separatorName(expected) + ", but line " + first.line()
                                + " is separated by " + separatorName(separator)
                                + ". Export the file again with one separator throughout.");
            }
        }
    }

    private static String separatorName(char separator) {
        return switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case ' ' -> "blanks";
            case '\u001F' -> "a control character";
            default -> "\"" + separator + "\"";
        };
    }
}
