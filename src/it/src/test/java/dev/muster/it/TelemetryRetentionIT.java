package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Postgres;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;

/**
 * Telemetry that is too old goes, on PostgreSQL by the month, while devices go on reporting; what stays is what came since
 * and the last value of each key. A server of its own, that keeps it for a day. Each database waits for the same minute, so both
 * run at once.
 */
@OnBothDatabases
@Execution(ExecutionMode.CONCURRENT)
class TelemetryRetentionIT {

    /** The server looks every minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final int LOOKS_AT_SECOND = 20;

    private static final Duration DAY = Duration.ofDays(1);

    private static final Pattern MONTH = Pattern.compile("telemetry_[0-9]{4}_[0-9]{2}");

    @Parameter
    Database database;

    private String name;
    private MusterServer server;
    private Fleet fleet;
    private SimulatedDevice silent;
    private SimulatedDevice busy;

    @BeforeEach
    void twoDevicesReport() {
        name = "retention_" + UUID.randomUUID().toString().replace('-', '_');
        server = database.start(name, settings());
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 2));
        Certificate certificate = fleet.newCertificate();
        silent = SimulatedDevice.provision(server, certificate, ImportFile.imei(1));
        busy = SimulatedDevice.provision(server, certificate, ImportFile.imei(2));
    }

    @AfterEach
    void endTheServer() {
        server.kill();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Map.of("muster.telemetry-retention-days", "1"));
        if (database == Database.POSTGRESQL) {
            Database.postgres().createDatabase(name);
            settings.putAll(Database.postgres().settings(name));
        }
        return settings;
    }

    @Test
    void whatIsTooOldGoesWhileDevicesReport() throws Exception {
        long old = database == Database.H2 ? reportAtTheLastMoment() : reportLongAgo();
        if (database == Database.POSTGRESQL) {
            loseTheTableOfNextMonth();
        }
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<List<Long>> reported = CompletableFuture.supplyAsync(() -> reportUntil(enough));
        Await.until(PATIENCE, () -> times(silent, Long.MAX_VALUE), List::isEmpty);
        Await.until(PATIENCE, this::hasRoomForNextMonth, there -> there);
        enough.set(true);
        List<Long> sent = reported.get();
        assertThat(times(busy, old)).isEmpty();
        assertThat(times(busy, sent.get(9))).containsExactlyElementsOf(sent.subList(0, 10));
        assertThat(lastValues(silent)).contains("data-key=\"level\">2<").contains("data-key=\"on\">true<");
        assertProblem(
                busy.send(Instant.now().minus(DAY).toEpochMilli() - 60_000, "{\"level\":1}"),
                422,
                ProblemCode.INVALID_TELEMETRY,
                "errors");
        if (database == Database.POSTGRESQL) {
            assertEachMonthHasItsTable(old);
        }
    }

    /** It is too old a moment before the server looks the next time. */
    private long reportAtTheLastMoment() {
        long ts = nextLook().minusSeconds(1).minus(DAY).toEpochMilli();
        silent.send(ts - 2, "{\"level\":1,\"on\":true}").expect(202);
        silent.send(ts, "{\"level\":2}").expect(202);
        busy.send(ts, "{\"level\":3}").expect(202);
        return ts;
    }

    /** The server looks at this second of each minute; 15 seconds are enough to report. */
    private static Instant nextLook() {
        Instant look = Instant.now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(LOOKS_AT_SECOND);
        while (look.isBefore(Instant.now().plusSeconds(15))) {
            look = look.plusSeconds(60);
        }
        return look;
    }

    /** As it was there when nothing was removed yet. */
    private long reportLongAgo() throws SQLException {
        long ts = millis(YearMonth.of(2024, 2)) + 5;
        execute(
                "set role " + Postgres.OWNER,
                table(YearMonth.of(2024, 2)),
                table(YearMonth.of(2023, 5)),
                "reset role",
                value(silent, ts - 2, 9, "level", "1"),
                value(silent, ts, 0, "level", "0"),
                value(silent, ts, 4, "level", "2"),
                value(silent, ts, 3, "level", "1"),
                value(silent, millis(YearMonth.of(2023, 5)), 0, "on", "true"),
                value(busy, ts, 0, "level", "3"));
        return ts;
    }

    private static String table(YearMonth month) {
        return "create table %s partition of telemetry for values from (%d) to (%d)"
                .formatted(tableName(month), millis(month), millis(month.plusMonths(1)));
    }

    private static String tableName(YearMonth month) {
        return "telemetry_" + month.format(DateTimeFormatter.ofPattern("uuuu_MM"));
    }

    private static String value(SimulatedDevice device, long ts, int number, String key, String value) {
        return """
                insert into telemetry (device_id, ts, message_number, data_key, data_value, received_at)
                values ('%s', %d, %d, '%s', '%s', now())""".formatted(device.id(), ts, number, key, value);
    }

    private void loseTheTableOfNextMonth() throws SQLException {
        execute("drop table " + tableName(nextMonth()));
    }

    private boolean hasRoomForNextMonth() {
        return database == Database.H2 || tables().contains(tableName(nextMonth()));
    }

    private static YearMonth nextMonth() {
        return YearMonth.now(ZoneOffset.UTC).plusMonths(1);
    }

    /** A message each twentieth of a second, ten at least, none of which may fail. */
    private List<Long> reportUntil(AtomicBoolean enough) {
        List<Long> times = new ArrayList<>();
        while (!enough.get() || times.size() < 10) {
            long now = Instant.now().toEpochMilli();
            busy.send(now, "{\"level\":4}").expect(202);
            times.add(now);
            Await.moment();
        }
        return times;
    }

    private List<Long> times(SimulatedDevice device, long to) {
        return fleet
                .organization()
                .get(fleet.devicesPath() + "/" + device.id() + "/telemetry?limit=1000&to=" + to)
                .expect(200)
                .items()
                .getValuesAs(JsonObject.class)
                .stream()
                .map(message -> message.getJsonNumber("ts").longValue())
                .sorted()
                .toList();
    }

    private String lastValues(SimulatedDevice device) {
        return fleet.portal()
                .get("/organization/device.xhtml?id=" + device.id())
                .expect(200)
                .body();
    }

    private void assertEachMonthHasItsTable(long old) throws SQLException {
        assertThat(tables())
                .contains(tableName(nextMonth()), tableName(nextMonth().minusMonths(1)))
                .doesNotContain("telemetry_2024_02", "telemetry_2023_05");
        assertThat(query("select count(*) from telemetry where ts <= " + old)).containsExactly("0");
        long now = Instant.now().toEpochMilli();
        List<String> plan = query("explain select ts, data_key, data_value from telemetry where device_id = '"
                + busy.id() + "' and ts >= " + (now - 1000) + " and ts <= " + now);
        assertThat(plan.stream()
                        .flatMap(line -> MONTH.matcher(line).results())
                        .map(MatchResult::group)
                        .distinct())
                .hasSize(1);
    }

    private List<String> tables() {
        try {
            return query("select cast(inhrelid as regclass) from pg_inherits"
                    + " where inhparent = cast('telemetry' as regclass)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long millis(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** All of them, or none. */
    private void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    private Connection connect() throws SQLException {
        return Database.postgres().connect(name);
    }
}
