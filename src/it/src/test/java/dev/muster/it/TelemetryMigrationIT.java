package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.testkit.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Telemetry that was kept before messages had numbers, and the key after it. No server runs. */
@OnBothDatabases
class TelemetryMigrationIT {

    /** H2 has no migration of that number itself. */
    private static final String BEFORE = "15?";

    private static final long TS = 1_764_000_000_000L;

    private static final UUID DEVICE = UUID.randomUUID();

    @Parameter
    Database database;

    @TempDir
    Path directory;

    private String url;
    private String name;
    private Connection connection;

    @BeforeEach
    void aDatabaseBeforeTheNumbers() throws SQLException {
        if (database == Database.POSTGRESQL) {
            name = "migration_" + UUID.randomUUID().toString().replace('-', '_');
            Database.postgres().createDatabase(name);
            url = Database.postgres().url(name);
        } else {
            url = "jdbc:h2:file:" + directory.resolve("muster")
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        }
        migrate(BEFORE);
        connection = superuser();
        aDevice();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void whatIsThereStaysAndOneTimeTakesManyMessages() throws SQLException {
        if (database == Database.POSTGRESQL) {
            execute(
                    "set role " + role(),
                    "create table telemetry_2025_11 partition of telemetry for values from (1761955200000) to (1764547200000)",
                    "reset role");
        }
        insert("telemetry (device_id, ts, data_key, data_value, received_at)", TS, "'a', '1', current_timestamp");
        insert("telemetry (device_id, ts, data_key, data_value, received_at)", TS, "'b', '2', current_timestamp");
        insert("telemetry_last (device_id, ts, data_key, data_value)", 1, "'c', '3'");

        migrate("latest");

        String numbered = "telemetry (device_id, ts, message_number, data_key, data_value, received_at)";
        insert(numbered, TS, "nextval('telemetry_number'), 'a', '4', current_timestamp");
        insert(numbered, TS, "nextval('telemetry_number'), 'a', '5', current_timestamp");
        assertThat(values("select data_value from telemetry order by ts, message_number, data_key"))
                .containsExactly("1", "2", "4", "5");
        assertThat(values("select message_number from telemetry order by ts, message_number, data_key"))
                .containsExactly("0", "0", "1", "2");
        assertThat(values("select data_value from telemetry_last where message_number = 0"))
                .containsExactly("3");
        assertThatThrownBy(() -> insert(numbered, TS, "0, 'a', '6', current_timestamp"))
                .isInstanceOf(SQLException.class);
    }

    /** The repeatable scripts belong to the latest version: they name tables that were not there before. */
    private void migrate(String target) {
        String repeatable = target.equals(BEFORE) ? "none" : "R";
        String engine = database == Database.POSTGRESQL ? "postgresql" : "h2";
        Flyway.configure()
                .dataSource(url, role(), Postgres.PASSWORD)
                .locations("classpath:db/migration", "classpath:db/" + engine)
                .target(target)
                .repeatableSqlMigrationPrefix(repeatable)
                .load()
                .migrate();
    }

    /** Only itself: what it refers to has nothing to do with telemetry. */
    private void aDevice() throws SQLException {
        String unchecked = database == Database.POSTGRESQL
                ? "set session_replication_role = replica"
                : "set referential_integrity false";
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(unchecked);
            statement.execute("""
                    insert into device (id, organization_id, enrollment_id, certificate_id, unique_identifier, name, type,
                      access_key, access_token_hash, created_at, rotated_at)
                    values ('%1$s', '%1$s', 1, '%1$s', 'x', 'x', 'STANDALONE', 'x', 'x', current_timestamp,
                      current_timestamp)""".formatted(DEVICE));
        }
    }

    /** Who may leave references unchecked. */
    private Connection superuser() throws SQLException {
        return database == Database.POSTGRESQL
                ? Database.postgres().connect(name)
                : DriverManager.getConnection(url, role(), Postgres.PASSWORD);
    }

    /** The role that owns the schema. */
    private String role() {
        return database == Database.POSTGRESQL ? Postgres.OWNER : Postgres.NAME;
    }

    private void insert(String target, long ts, String further) throws SQLException {
        execute("insert into " + target + " values ('" + DEVICE + "', " + ts + ", " + further + ")");
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<String> values(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
