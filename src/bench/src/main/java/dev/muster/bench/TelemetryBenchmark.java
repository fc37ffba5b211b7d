package dev.muster.bench;

import dev.muster.bench.engine.Pgbench;
import dev.muster.bench.load.BenchCertificate;
import dev.muster.bench.load.FleetFile;
import dev.muster.bench.load.Load;
import dev.muster.bench.load.LoadResult;
import dev.muster.bench.load.Provisioned;
import dev.muster.bench.mqtt.MqttLoad;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Postgres;
import dev.muster.testkit.Trust;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Telemetry, a value in each message: how many messages a second over HTTPS at 16 and at 128 connections, and over MQTT at
 * 64 connections; how long an answer takes; and how many messages share a commit. The same engine without Muster is
 * measured in the same round: pgbench inserts one row in each commit. At the end each acknowledged message must be in the
 * database. To compare two commits, run it in a clone of each, in turn.
 */
final class TelemetryBenchmark {

    private static final List<Integer> CONNECTIONS = List.of(16, 128);

    private static final int DEVICES = 1_000;

    private static final int MQTT_CONNECTIONS = 64;

    /** Messages of a connection that are not acknowledged. */
    private static final List<Integer> WINDOWS = List.of(1, 16);

    /** More than a device sends in one load; the times of its messages are so many milliseconds. */
    private static final long TIMES_OF_A_LOAD = 1_000_000;

    private static final int ROUNDS = Integer.getInteger("muster.bench.rounds", 3);

    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("muster.bench.warm-up", 60));

    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("muster.bench.measured", 15));

    /** More a second than this machine answers. */
    private static final int ENOUGH = 15_000;

    private static final String COMMITS = "select xact_commit from pg_stat_database where datname = current_database()";

    /** The row of one value, committed by itself, in a table without the references of telemetry. */
    private static final String SINGLE_TABLE = "create table single_insert (like telemetry including all)";

    private static final String SINGLE_INSERT = "insert into single_insert"
            + " (device_id, ts, message_number, data_key, data_value, received_at)"
            + " values ('00000000-0000-4000-8000-000000000000', :ts, 0, 'temperature', '21.5', now())";

    private static final String SINGLE_TIME = """
            \\set i :i + 1
            \\set ts :run * 1000000000 + :client_id * %d + :i
            """.formatted(Pgbench.NUMBERS);

    private static final int SINGLE_INSERTS = 2_000;

    private final Postgres postgres;
    private final Pgbench pgbench;
    private final Load load;
    private final MqttLoad mqtt;
    private final List<Provisioned> devices = new ArrayList<>();
    private long accepted;
    private long next = System.currentTimeMillis();

    private TelemetryBenchmark(Postgres postgres, MusterServer server, Pgbench pgbench)
            throws IOException, GeneralSecurityException, InterruptedException {
        this.postgres = postgres;
        this.pgbench = pgbench;
        this.load = new Load(Trust.in(server.root()), server.port());
        this.mqtt = new MqttLoad(Trust.in(server.root()), server.port("muster.mqtts-port"));
        BenchCertificate certificate =
                BenchCertificate.create(Bench.user(server, "marco"), BenchCertificate.Kind.EC_P256);
        load.run(CONNECTIONS.getFirst(), WARM_UP, certificate.requests(0, DEVICES)).exchanges().stream()
                .filter(Load.Exchange::isAccepted)
                .forEach(exchange -> devices.add(Provisioned.of(exchange.reply(), "")));
    }

    /** Runs all and prints a Markdown table. */
    static void run() throws IOException, SQLException, GeneralSecurityException, InterruptedException {
        Pgbench.find();
        Path directory = Bench.directory();
        try (Postgres postgres = Bench.engine();
                MusterServer server = Bench.server(postgres)) {
            ImportApi imports = new ImportApi(server);
            imports.commit(imports.importFile(FleetFile.write(directory.resolve("fleet.csv"), 0, DEVICES)));
            TelemetryBenchmark benchmark = new TelemetryBenchmark(postgres, server, Pgbench.of(postgres, directory));
            System.out.println(benchmark.measure());
        }
    }

    private String measure() throws InterruptedException, SQLException, IOException {
        StringBuilder table = new StringBuilder("""
                | | messages a second | median | 99 % | worst | messages in a commit | errors |
                |---|--:|--:|--:|--:|--:|--:|
                """);
        postgres.execute(SINGLE_TABLE, "grant all on single_insert to public");
        accepted += load.run(CONNECTIONS.getLast(), WARM_UP, messages(WARM_UP)).accepted();
        accepted += mqtt(WINDOWS.getLast(), WARM_UP).accepted();
        for (int round = 0; round < ROUNDS; round++) {
            table.append("| pgbench, 16 clients, single inserts | %.0f |%n".formatted(single(round)));
            for (int connections : CONNECTIONS) {
                table.append(row(connections));
            }
            for (int window : WINDOWS) {
                table.append(mqttRow(window));
            }
        }
        return table.append("\nAcknowledged ")
                .append(accepted)
                .append(", in the database ")
                .append(postgres.value("select count(*) from telemetry"))
                .append(", load ")
                .append(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                .toString();
    }

    private String row(int connections) throws InterruptedException, SQLException {
        Queue<byte[]> messages = messages(MEASURED);
        postgres.execute("vacuum analyze", "checkpoint");
        long before = commits();
        LoadResult result = load.run(connections, MEASURED, messages);
        accepted += result.accepted();
        return String.format(
                Locale.ROOT,
                "| HTTPS, %d connections | %.0f | %.1f ms | %.1f ms | %.0f ms | %.1f | %d |%n",
                connections,
                result.rate(),
                result.percentile(50),
                result.percentile(99),
                result.percentile(100),
                (double) result.accepted() / (commits() - before),
                result.errors() + result.refused());
    }

    private String mqttRow(int window) throws InterruptedException, SQLException {
        postgres.execute("vacuum analyze", "checkpoint");
        long before = commits();
        MqttLoad.Result result = mqtt(window, MEASURED);
        accepted += result.accepted();
        return String.format(
                Locale.ROOT,
                "| MQTT, %d connections, %d not acknowledged | %.0f | %.1f ms | %.1f ms | %.0f ms | %.1f | 0 |%n",
                MQTT_CONNECTIONS,
                window,
                result.rate(),
                result.percentile(50),
                result.percentile(99),
                result.percentile(100),
                (double) result.accepted() / (commits() - before));
    }

    private MqttLoad.Result mqtt(int window, Duration time) throws InterruptedException {
        next -= TIMES_OF_A_LOAD;
        List<MqttLoad.Login> logins = devices.stream()
                .limit(MQTT_CONNECTIONS)
                .map(device -> new MqttLoad.Login(device.accessKey(), device.accessToken()))
                .toList();
        return mqtt.run(logins, window, time, next--);
    }

    /** Rows a second that the engine takes one by one. */
    private double single(int round) throws IOException, SQLException, InterruptedException {
        postgres.execute("vacuum analyze", "checkpoint");
        String run = "\\set run " + (round + 1) + "\n";
        return pgbench.rate("single", run + SINGLE_TIME, List.of(SINGLE_INSERT), SINGLE_INSERTS);
    }

    private long commits() throws SQLException {
        return Long.parseLong(postgres.value(COMMITS));
    }

    /** One of each device in turn; no two of a device have the same time. */
    private Queue<byte[]> messages(Duration time) {
        Queue<byte[]> messages = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < ENOUGH * time.toSeconds() / devices.size(); round++) {
            long ts = next--;
            devices.forEach(device -> messages.add(device.message(ts)));
        }
        return messages;
    }
}
