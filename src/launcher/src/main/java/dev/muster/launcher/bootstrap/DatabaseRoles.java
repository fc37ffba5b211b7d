package dev.muster.launcher.bootstrap;

import dev.muster.launcher.settings.DatabaseSettings;
import dev.muster.launcher.settings.LaunchFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The rights of PostgreSQL's roles: one role owns and migrates the schema, the other runs the application and changes
 * only rows. With one role for both, the application still works, and the operator gets a warning.
 */
final class DatabaseRoles {

    /** Of two launchers that grant at the same time, one waits for the other. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('muster.rights'))";

    /** Without the months of telemetry: the application reaches them through the whole. */
    private static final String TABLES = """
            select relname, relispartition from pg_class
            where relnamespace = cast(current_schema() as regnamespace) and relkind in ('r', 'p')
              and relname <> 'flyway_schema_history' order by relname""";

    private static final String POWERS = """
            select rolsuper or rolbypassrls as unbound, has_schema_privilege(rolname, current_schema(), 'create') as makes
            from pg_roles where rolname = ?""";

    private static final String WHERE = "(src/docs/operations.md, \"Database\").";

    private final DatabaseSettings settings;

    DatabaseRoles(DatabaseSettings settings) {
        this.settings = settings;
    }

    /**
     * Gives the application's role its rights, and takes all others from it.
     *
     * @param database as the role that owns the schema, after the migration
     * @return a sentence for the operator if something keeps the roles from protecting the data
     * @throws LaunchFailure if the application's role does not exist
     */
    Optional<String> grant(DataSource database) throws SQLException {
        if (settings.isH2()) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (settings.owner().isPresent()) {
                execute(
                        connection,
                        statements(connection, settings.application().user()));
            }
            Optional<String> warning =
                    warning(connection, settings.application().user());
            connection.commit();
            return warning;
        }
    }

    private List<String> statements(Connection connection, String role) throws SQLException {
        List<String> statements = new ArrayList<>(List.of(ONE_AT_A_TIME));
        try (Statement statement = connection.createStatement()) {
            String to = " to " + statement.enquoteIdentifier(role, true);
            String from = " from " + statement.enquoteIdentifier(role, true);
            String schema = statement.enquoteIdentifier(schema(connection), true);
            statements.add("grant usage on schema " + schema + to);
            statements.add("revoke all on all tables in schema " + schema + from);
            statements.add("grant usage, select on all sequences in schema " + schema + to);
            statements.add("grant execute on all functions in schema " + schema + to);
            try (ResultSet table = statement.executeQuery(TABLES)) {
                while (table.next()) {
                    String name = table.getString(1);
                    TableRights.of(name, table.getBoolean(2))
                            .ifPresent(rights ->
                                    statements.add("grant " + rights + " on " + schema + ".\"" + name + "\"" + to));
                }
            }
        }
        return statements;
    }

    private static String schema(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        if (schema == null) {
            throw new LaunchFailure("The role that owns the schema has no schema in its search_path.");
        }
        return schema;
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Optional<String> warning(Connection connection, String role) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(POWERS)) {
            select.setString(1, role);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new LaunchFailure("The database has no role '" + role + "': make it, or set MUSTER_DB_USER.");
                }
                return warning(role, row.getBoolean("unbound"), row.getBoolean("makes"));
            }
        }
    }

    private Optional<String> warning(String role, boolean unbound, boolean makes) {
        if (settings.owner().isEmpty()) {
            return Optional.of("The database role '" + role + "' owns the schema and also runs the application"
                    + (unbound ? ", and row-level security does not bind it" : "")
                    + ". Make a second role for the schema and set MUSTER_DB_OWNER_USER " + WHERE);
        }
        return unbound || makes
                ? Optional.of("The database role '" + role + "', which runs the application, "
                        + (unbound ? "is not bound by row-level security" : "can create tables")
                        + ". Take this right from it " + WHERE)
                : Optional.empty();
    }
}
