package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.testkit.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the role that runs the application cannot do, whatever statement somebody might get it to execute. */
class DatabaseRolesIT {

    private static final String DENIED = "42501";

    private static final String INVALID = "22023";

    private static final Postgres POSTGRES = Database.postgres();

    @BeforeAll
    static void migrate() {
        Database.POSTGRESQL.server();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table more (id integer)",
                "create temporary table more (id integer)",
                "create schema more",
                "create function more() returns integer language sql as 'select 1'",
                "alter table device add column more integer",
                "alter table device disable row level security",
                "alter table device no force row level security",
                "alter function make_telemetry_month(date) security invoker",
                "drop table device",
                "truncate telemetry_last",
                "create index more on device (name)",
                "create trigger more before insert on device execute function more()",
                "select * from flyway_schema_history",
                "update flyway_schema_history set success = false",
                "set role muster_owner",
                "set session authorization muster_owner",
                "set session_replication_role = replica",
                "copy device to program 'cat'",
                "select pg_read_file('postgresql.conf')"
            })
    void theApplicationsRoleCannot(String statement) throws SQLException {
        assertRefused(statement, DENIED);
    }

    /** Telemetry is reached through its table, so that no month can be read past it. */
    @Test
    void theApplicationsRoleCannotReachAMonthItself() throws SQLException {
        String month = POSTGRES.value(
                "select min(inhrelid::regclass::text) from pg_inherits" + " where inhparent = 'telemetry'::regclass");
        assertThat(month).matches("telemetry_[0-9]{4}_[0-9]{2}");
        assertRefused("select * from " + month, DENIED);
        assertRefused("delete from " + month, DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "make_telemetry_month('2026-11-02')",
                "make_telemetry_month('infinity')",
                "make_telemetry_month(null)",
                "drop_telemetry_month('0001-01-01')",
                "lock_telemetry_month('2026-11-30')",
                "analyze_after_import('portal_user')",
                "analyze_after_import('device; drop table device')"
            })
    void theOwnersFunctionsTakeNothingElse(String call) throws SQLException {
        assertRefused("select " + call, INVALID);
    }

    @Test
    void theServerMakesMonthsThatTheOtherRoleOwns() {
        assertThat(POSTGRES.value("select string_agg(distinct tableowner, ',') from pg_tables where tablename like"
                        + " 'telemetry\\_2%'"))
                .isEqualTo(Postgres.OWNER);
        assertThat(POSTGRES.value("select string_agg(distinct usename, ',') from pg_stat_activity where datname = '"
                        + Postgres.NAME + "' and usename <> 'postgres'"))
                .isEqualTo(Postgres.NAME);
    }

    /** The build gives this process a password of the owner, which the servers must not inherit. */
    @Test
    void theServersProcessDoesNotKnowTheOwnersPassword() {
        assertThat(System.getenv()).containsKey("MUSTER_DB_OWNER_PASSWORD");
        Collection<String> servers = ProcessHandle.current()
                .descendants()
                .map(process -> environment(process.pid()))
                .filter(environment -> environment.contains("MUSTER_MASTER_KEY="))
                .toList();
        assertThat(servers)
                .isNotEmpty()
                .allSatisfy(environment ->
                        assertThat(environment).contains("MUSTER_DB_PASSWORD=").doesNotContain("MUSTER_DB_OWNER"));
    }

    private static String environment(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertRefused(String sql, String state) throws SQLException {
        try (Connection connection = POSTGRES.connectAsApplication();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
        }
    }
}
