package dev.muster.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A PostgreSQL that nobody has to install, with the two roles of {@code operations.md}: one owns the schema, the other runs the
 * application. The engine can be stopped and started again on the same data and the same port, as an operator would.
 */
public final class Postgres implements AutoCloseable {

    /** The application's database and its role have the same name. */
    public static final String NAME = "muster";

    /** The role that owns the application's database and schema. */
    public static final String OWNER = "muster_owner";

    /** Of both roles. */
    public static final String PASSWORD = "only-for-tests";

    private final Path data;
    private final Map<String, String> configuration;
    private EmbeddedPostgres process;
    private final int port = FreePorts.next();

    private Postgres(Path data, Map<String, String> configuration) {
        this.data = data;
        this.configuration = configuration;
    }

    /**
     * Starts an engine that has the two roles and the application's database.
     *
     * @param data a directory that does not exist yet
     * @param configuration as in {@code postgresql.conf}
     */
    public static Postgres start(Path data, Map<String, String> configuration) {
        Postgres postgres = new Postgres(data, configuration);
        postgres.start();
        postgres.createApplication();
        return postgres;
    }

    /** Settings of a server that works on the application's database. */
    public Map<String, String> settings() {
        return settings(NAME);
    }

    /** Settings of a server that works on that database. */
    public Map<String, String> settings(String database) {
        return settings(database, OWNER, PASSWORD);
    }

    /** Settings of a server whose only role must own that database. */
    public Map<String, String> settingsOfOneRole(String database) {
        return settings(database, "", "");
    }

    private Map<String, String> settings(String database, String owner, String ownersPassword) {
        return Map.of(
                "muster.db.url",
                url(database),
                "muster.db.user",
                NAME,
                "muster.db.password",
                PASSWORD,
                "muster.db.owner.user",
                owner,
                "muster.db.owner.password",
                ownersPassword);
    }

    /** The address of a database, for JDBC. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    /** The directory of its files. */
    public Path data() {
        return data;
    }

    public void start() {
        try {
            EmbeddedPostgres.Builder builder =
                    EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
            configuration.forEach(builder::setServerConfig);
            process = builder.setPort(port).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void stop() {
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates a database for two roles. */
    public void createDatabase(String name) {
        executeIn(
                "postgres",
                "create database " + name + " owner " + OWNER,
                "revoke temporary on database " + name + " from public");
    }

    /** Creates a database that the application's role owns. */
    public void createDatabaseOfOneRole(String name) {
        executeIn("postgres", "create database " + name + " owner " + NAME);
    }

    /** A connection of the superuser to the application's database. */
    public Connection connect() throws SQLException {
        return connect(NAME);
    }

    /** A connection of the superuser, who sees the rows of all tenants. */
    public Connection connect(String database) throws SQLException {
        return process.getDatabase("postgres", database).getConnection();
    }

    /** A connection of the application's role to its database. It sees no tenant's rows before it sets a scope. */
    public Connection connectAsApplication() throws SQLException {
        return DriverManager.getConnection(url(NAME), NAME, PASSWORD);
    }

    /** How many locks a transaction waits for. */
    public int waiting() {
        return Integer.parseInt(value("select count(*) from pg_locks where not granted"));
    }

    /** The one value of a query by the superuser, in the application's database. */
    public String value(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Executes statements as the superuser, in the application's database. */
    public void execute(String... statements) {
        executeIn(NAME, statements);
    }

    @Override
    public void close() {
        stop();
    }

    private void createApplication() {
        String role = "create role %s login password '" + PASSWORD + "'";
        executeIn("postgres", role.formatted(OWNER), role.formatted(NAME));
        createDatabase(NAME);
    }

    private void executeIn(String database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
