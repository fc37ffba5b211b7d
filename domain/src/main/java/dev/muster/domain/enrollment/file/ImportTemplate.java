package dev.muster.domain.enrollment.file;

import dev.muster.domain.enrollment.cell.Column;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The file to start an import from. It has only the header line: an example row that a user forgets to delete would
 * become a device.
 */
public final class ImportTemplate {
    public static final String FILE_NAME = "muster-import.csv";

    /** {@code text/csv} with the parameters of RFC 4180 section 3. */
    public static final String MEDIA_TYPE = "text/csv; charset=utf-8; header=present";

    private ImportTemplate() {}

    /**
     * UTF-8 with a byte order mark, because Excel would take the file for windows-1252 otherwise, and save it so.
     * Commas, and one line that ends in CRLF (RFC 4180 section 2).
     */
    public static byte[] bytes() {
        String header = Arrays.stream(Column.values()).map(Column::header).collect(Collectors.joining(","));
        return ("\uFEFF" + header + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
