package dev.muster.it;

import dev.muster.testkit.MusterServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All that a database holds: what it tells of every row of every table, and its files as they lie on the disk. */
final class DatabaseDump {

    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = current_schema() and table_type = 'BASE TABLE'""";

    private DatabaseDump() {}

    static List<Place> of(MusterServer server, Database database, Path scratch) throws SQLException, IOException {
        return switch (database) {
            case POSTGRESQL -> postgres();
            case H2 -> h2(server.locations().data().resolve("db/muster.mv.db"), scratch);
        };
    }

    /** The write-ahead log and the tables' own files beside what SQL tells. */
    private static List<Place> postgres() throws SQLException, IOException {
        List<Place> places = new ArrayList<>();
        try (Connection connection = Database.postgres().connect()) {
            places.add(Place.of("all tables", everyRow(connection)));
        }
        places.addAll(Place.filesSince(Database.postgres().data(), Instant.EPOCH));
        return places;
    }

    /**
     * The server has the file open and locked, so a copy is asked. What H2 appends to it is complete at any time, as after
     * a power cut.
     */
    private static List<Place> h2(Path file, Path scratch) throws SQLException, IOException {
        Path copy = Files.copy(file, scratch.resolve("copy.mv.db"));
        List<Place> places = new ArrayList<>();
        places.add(Place.of("the database's file", Files.readAllBytes(copy)));
        String url = "jdbc:h2:file:" + scratch.resolve("copy") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "muster", "muster")) {
            places.add(Place.of("all tables", everyRow(connection)));
            places.add(Place.of("SCRIPT", rows(connection, "script")));
        }
        return places;
    }

    private static byte[] everyRow(Connection connection) throws SQLException, IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String table : tables(connection)) {
            all.write(rows(connection, "select * from \"" + table + "\""));
        }
        return all.toByteArray();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** Each value as text, and as bytes where it has any. */
    private static byte[] rows(Connection connection, String sql) throws SQLException, IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    write(all, rows.getObject(column), rows.getString(column));
                }
            }
        }
        return all.toByteArray();
    }

    private static void write(ByteArrayOutputStream all, Object value, String text) throws IOException {
        if (value instanceof byte[] bytes) {
            all.write(bytes);
        }
        if (text != null) {
            all.write(text.getBytes(StandardCharsets.UTF_8));
        }
        all.write('\n');
    }
}
