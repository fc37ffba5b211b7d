package dev.muster.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The engine that everything is measured against, with its stock settings. */
final class Postgres implements AutoCloseable {

    static final String PASSWORD = "bench";

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static Postgres start() throws IOException, SQLException {
        Postgres postgres = new Postgres(EmbeddedPostgres.start());
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

    String version() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("show server_version")) {
            version.next();
            return version.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
