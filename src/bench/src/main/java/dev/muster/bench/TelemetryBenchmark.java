package dev.muster.bench;

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
 * Telemetry over HTTPS, a value in each message: how many a second at 16 and at 128 connections, how long an answer takes,
 * and how many messages share a commit. At the end each acknowledged message must be in the database. To compare two
 * commits, run it in a clone of each, in turn.
 */
final class TelemetryBenchmark {

    private static final List<Integer> CONNECTIONS = List.of(16, 128);

    private static final int DEVICES = 1_000;

    private static final int ROUNDS = Integer.getInteger("muster.bench.rounds", 3);

    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("muster.bench.warm-up", 60));

    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("muster.bench.measured", 15));

    /** More a second than this machine answers. */
    private static final int ENOUGH = 15_000;

    private static final String COMMITS = "select xact_commit from pg_stat_database where datname = current_database()";

    private final Postgres postgres;
    private final Load load;
    private final List<Provisioned> devices = new ArrayList<>();
    private long accepted;
    private long next = System.currentTimeMillis();

    private TelemetryBenchmark(Postgres postgres, MusterServer server)
            throws IOException, GeneralSecurityException, InterruptedException {
        this.postgres = postgres;
        this.load = new Load(Trust.in(server.root()), server.port());
        BenchCertificate certificate =
                BenchCertificate.create(Bench.user(server, "marco"), BenchCertificate.Kind.EC_P256);
        load.run(CONNECTIONS.getFirst(), WARM_UP, certificate.requests(0, DEVICES)).exchanges().stream()
                .filter(Load.Exchange::isAccepted)
                .forEach(exchange -> devices.add(Provisioned.of(exchange.reply(), "")));
    }

    /** Runs all and prints a Markdown table. */
    static void run() throws IOException, SQLException, GeneralSecurityException, InterruptedException {
        Path directory = Bench.directory();
        try (Postgres postgres = Bench.engine();
                MusterServer server = Bench.server(postgres)) {
            ImportApi imports = new ImportApi(server);
            imports.commit(imports.importFile(FleetFile.write(directory.resolve("fleet.csv"), 0, DEVICES)));
            TelemetryBenchmark benchmark = new TelemetryBenchmark(postgres, server);
            System.out.println(benchmark.measure());
        }
    }

    private String measure() throws InterruptedException, SQLException {
        StringBuilder table = new StringBuilder("""
                | Connections | messages a second | median | 99 % | worst | messages in a commit | errors |
                |--:|--:|--:|--:|--:|--:|--:|
                """);
        accepted += load.run(CONNECTIONS.getLast(), WARM_UP, messages(WARM_UP)).accepted();
        for (int round = 0; round < ROUNDS; round++) {
            for (int connections : CONNECTIONS) {
                table.append(row(connections));
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
        long before = Long.parseLong(postgres.value(COMMITS));
        LoadResult result = load.run(connections, MEASURED, messages);
        long commits = Long.parseLong(postgres.value(COMMITS)) - before;
        accepted += result.accepted();
        return String.format(
                Locale.ROOT,
                "| %d | %.0f | %.1f ms | %.1f ms | %.0f ms | %.1f | %d |%n",
                connections,
                result.rate(),
                result.percentile(50),
                result.percentile(99),
                result.percentile(100),
                (double) result.accepted() / commits,
                result.errors() + result.refused());
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
