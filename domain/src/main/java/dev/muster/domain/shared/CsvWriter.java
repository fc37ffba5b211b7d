package dev.muster.domain.shared;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table that people open in a spreadsheet: RFC 4180 with commas and CRLF, and a byte order mark, without which
 * Excel would read the file as windows-1252. A text that a spreadsheet would take for a formula begins with an
 * apostrophe. Memory does not grow with the file.
 */
public final class CsvWriter {

    public static final String MEDIA_TYPE = "text/csv; charset=UTF-8";

    /** A cell that is written as it is, such as a number. */
    public record Plain(String text) {

        @Override
        public String toString() {
            return text;
        }
    }

    private final Writer target;

    /** @param target encodes as UTF-8; this class neither flushes nor closes it */
    public CsvWriter(Writer target) {
        this.target = target;
    }

    /** Begins the file: writes the byte order mark and a line with the names of the columns. */
    public CsvWriter header(String names) throws IOException {
        target.write('\uFEFF' + names + "\r\n");
        return this;
    }

    /**
     * Writes a line.
     *
     * @param cells a String may be any text; another object is written as its {@code toString}, null as an empty cell
     */
    public void row(@Nullable Object... cells) throws IOException {
        target.write(Arrays.stream(cells).map(CsvWriter::written).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String written(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        return cell instanceof String text ? CsvCell.written(text) : cell.toString();
    }
}
