package dev.muster.ejb.enrollment.row;

import dev.muster.domain.enrollment.row.EnrollmentRow;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows by PostgreSQL's COPY in its text format. They go to the server as they come, so that it stores them while the
 * next ones are read.
 */
final class CopyRowWriter implements RowWriter {

    private static final String COPY = "copy enrollment_row (" + COLUMNS + ") from stdin";

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
        new CopyLine(buffer).append(row);
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
}
