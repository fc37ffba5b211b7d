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
 * A PostgreSQL that nobody has to install. The application's role owns its database and no more. The engine can be stopped and
 * started again on the same data and the same port, as an operator would.
 */
public final class Postgres implements AutoCloseable {

    /** The application's database and its role have the same name. */
    public static final String NAME = "muster";

    public static final String PASSWORD = "only-for-tests";

    private final Path data;
    private final Map<String, String> configuration;
    private EmbeddedPostgres process;
    private int port;

    private Postgres(Path data, Map<String, String> configuration) {
        this.data = data;
        this.configuration = configuration;
    }

    /**
     * Starts an engine that has the application's role and database.
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
        return Map.of("muster.db.url", url(database), "muster.db.user", NAME, "muster.db.password", PASSWORD);
    }

    /** The address of a database, for JDBC. */
    public String url(String database) {
        return process.getJdbcUrl(NAME, database);
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
            process = (port == 0 ? builder : builder.setPort(port)).start();
            port = process.getPort();
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

    /** Creates a database that the application's role owns. */
    public void createDatabase(String name) {
        execute("create database " + name + " owner " + NAME);
    }

    /** A connection of the application's role to its database. */
    public Connection connect() throws SQLException {
        return connect(NAME);
    }

    /** A connection of the application's role. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), NAME, PASSWORD);
    }

    /** A connection of the superuser to the application's database. */
    public Connection connectAsSuperuser() throws SQLException {
        return process.getDatabase("postgres", NAME).getConnection();
    }

    /** How many locks a transaction waits for. */
    public int waiting() {
        return Integer.parseInt(value("select count(*) from pg_locks where not granted"));
    }

    /** The one value of a query by the superuser, in the application's database. */
    public String value(String query) {
        try (Connection connection = connectAsSuperuser();
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
        try (Connection connection = connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void createApplication() {
        try (Connection connection = process.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + NAME + " login password '" + PASSWORD + "'");
            statement.execute("create database " + NAME + " owner " + NAME);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
