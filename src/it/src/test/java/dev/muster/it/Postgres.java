package dev.muster.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * One PostgreSQL for the run, nothing to install; the application's role owns its database and no more. It can be
 * stopped and started again on the same data and port, as an operator would.
 */
final class Postgres {

    private static Postgres running;

    private final Path data;
    private EmbeddedPostgres process;
    private int port;

    private Postgres(Path data) {
        this.data = data;
    }

    static synchronized Postgres running() {
        if (running == null) {
            String name = "postgres-" + UUID.randomUUID();
            running = new Postgres(Path.of(System.getProperty("muster.it.directory"), name));
            running.start();
            running.execute("create role muster login password 'it'");
            running.createDatabase("muster");
        }
        return running;
    }

    String url() {
        return url("muster");
    }

    /** Of a database beside the one that all servers have. */
    String url(String database) {
        return process.getJdbcUrl("muster", database);
    }

    /** Where its files are. */
    Path data() {
        return data;
    }

    void stop() {
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        try {
            EmbeddedPostgres.Builder builder =
                    EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
            process = (port == 0 ? builder : builder.setPort(port)).start();
            port = process.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void createDatabase(String name) {
        execute("create database " + name + " owner muster");
    }

    /** How many locks somebody waits for. */
    int waiting() {
        try (Connection connection = process.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_locks where not granted")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = process.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
