package dev.muster.ejb.enrollment.row;

import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.RowFaults;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.NullUnmarked;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows by PostgreSQL's COPY in its text format (PostgreSQL, "COPY", File Formats). The server stores rows while
 * the next rows are read.
 */
@NullUnmarked // the driver's classes have annotations that are not on the compiler's path, which NullAway would look at
final class CopyRowWriter implements RowWriter {

    /** The rows' own table, because PostgreSQL copies into no table with row-level security (V24_2). */
    private static final String COPY = "copy enrollment_row_store (" + COLUMNS + ") from stdin";

    private static final int BUFFER = 1 << 16;

    private final PGConnection connection;

    private final StringBuilder buffer = new StringBuilder(2 * BUFFER);

    private CopyIn copy;

    CopyRowWriter(Connection connection) throws SQLException {
        this.connection = connection.unwrap(PGConnection.class);
    }

    @Override
    public void write(EnrollmentRow row) throws SQLException {
        if (copy == null) {
            copy = connection.getCopyAPI().copyIn(COPY);
        }
        append(row);
        if (buffer.length() >= BUFFER) {
            send();
        }
    }

    @Override
    public void flush() throws SQLException {
        if (copy != null) {
            send();
            copy.endCopy();
            copy = null;
        }
    }

    private void send() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        if (copy != null && copy.isActive()) {
            copy.cancelCopy();
        }
    }

    /** One line, in the order of {@link #COLUMNS}. */
    private void append(EnrollmentRow row) {
        plain(row.batchId());
        plain(row.number());
        plain(row.line());
        plain(row.version());
        cells(row.cells());
        text(row.normalizedIdentifier());
        text(row.normalizedName());
        text(row.normalizedParent());
        constant(row.parsedType());
        faults(row.faults());
        plain(row.invalidCells());
        plain(row.imeiDigits());
        plain(row.fitsWithZero());
        text(row.oddCells());
        buffer.setCharAt(buffer.length() - 1, '\n');
    }

    private void cells(RowCells cells) {
        text(cells.uniqueIdentifier());
        text(cells.deviceName());
        text(cells.deviceType());
        text(cells.parentGateway());
    }

    private void faults(RowFaults faults) {
        constant(faults.uniqueIdentifier());
        constant(faults.deviceName());
        constant(faults.deviceType());
        constant(faults.parentGateway());
    }

    private void plain(Object value) {
        buffer.append(value).append('\t');
    }

    private void constant(Enum<?> constant) {
        plain(constant == null ? "\\N" : constant.name());
    }

    private void text(String value) {
        if (value == null) {
            plain("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            escape(value.charAt(i));
        }
        buffer.append('\t');
    }

    private void escape(char c) {
        switch (c) {
            case '\\' -> buffer.append("\\\\");
            case '\t' -> buffer.append("\\t");
            case '\n' -> buffer.append("\\n");
            case '\r' -> buffer.append("\\r");
            default -> buffer.append(c);
        }
    }
}
