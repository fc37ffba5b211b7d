package dev.muster.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The engine that everything is measured against, with its stock settings: those by which the library makes commits fast
 * and not durable are taken back.
 */
final class Postgres implements AutoCloseable {

    static final String PASSWORD = "bench";

    private static final String LOG = "bench.log";

    private final EmbeddedPostgres server;
    private final Path data;

    private Postgres(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    static Postgres start() throws IOException, SQLException {
        Path directory = Files.createDirectories(Path.of(System.getProperty("muster.bench.directory")));
        Path data = Files.createTempDirectory(directory, "postgres");
        EmbeddedPostgres.Builder settings = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", LOG)
                .setServerConfig("log_line_prefix", "%p");
        Postgres postgres = new Postgres(settings.start(), data);
        try (Connection connection = postgres.server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role muster login password '" + PASSWORD + "'");
            statement.execute("create database muster owner muster");
        }
        return postgres;
    }

    String url() {
        return server.getJdbcUrl("muster", "muster");
    }

    Connection connect() throws SQLException {
        return server.getDatabase("postgres", "muster").getConnection();
    }

    int port() {
        return server.getPort();
    }

    /** What it logs, each line after the number of its process. */
    Path log() {
        return data.resolve("log").resolve(LOG);
    }

    /** A setting as it is in force. */
    String setting(String name) throws SQLException {
        return value("show " + name);
    }

    String version() throws SQLException {
        return setting("server_version");
    }

    /** The one value of a query. */
    String value(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
