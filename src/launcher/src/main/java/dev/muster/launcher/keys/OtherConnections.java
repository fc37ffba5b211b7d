package dev.muster.launcher.keys;

import dev.muster.launcher.settings.LaunchFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Finds out whether a server works on the database: it would go on with keys that are not right any more. H2 admits one
 * process only, so this asks PostgreSQL.
 */
final class OtherConnections {

    /** PostgreSQL hides from the owner of the schema what kind of session another role has. */
    private static final String COUNT = """
            select count(*) from pg_stat_activity
            where datname = current_database() and usename is not null and pid <> pg_backend_pid()
              and coalesce(backend_type, 'client backend') = 'client backend'""";

    private OtherConnections() {}

    /** @throws LaunchFailure if somebody else is connected to the database */
    static void requireNone(Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COUNT)) {
            row.next();
            if (row.getLong(1) > 0) {
                throw new LaunchFailure(
                        "Stop all servers first: the database has %d other connections.".formatted(row.getLong(1)));
            }
        }
    }
}
