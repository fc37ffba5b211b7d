package dev.muster.bench;

import dev.muster.bench.load.BenchCertificate;
import dev.muster.bench.load.FleetFile;
import dev.muster.bench.load.Load;
import dev.muster.bench.load.LoadResult;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * What the transparency log costs a provision request. Two servers work on one database: the one writes the log and gives
 * receipts, the other runs with {@code muster.bench.without-log}, which only this benchmark sets. Each gets the same load
 * in turn, so that a machine that is slow for a while is slow for both. First as many requests as they can take, then at
 * a pace: {@code muster.bench.per-second}, 500.
 */
final class LogBenchmark {

    private static final int CONNECTIONS = 16;

    private static final int PER_SECOND = Integer.getInteger("muster.bench.per-second", 500);

    private static final int FLEET = 700_000;

    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("muster.bench.warm-up", 100));

    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("muster.bench.measured", 20));

    private static final int ROUNDS = Integer.getInteger("muster.bench.rounds", 5);

    /** More than are sent in the time. */
    private static final int ENOUGH = 1_600 * (int) MEASURED.toSeconds();

    private final Postgres postgres;
    private final BenchCertificate certificate;
    private final Map<String, Load> servers = new HashMap<>();
    private final Queue<byte[]> proofs = new ConcurrentLinkedQueue<>();
    private long next;

    private LogBenchmark(Postgres postgres, MusterServer with, MusterServer without)
            throws IOException, GeneralSecurityException {
        this.postgres = postgres;
        this.certificate = BenchCertificate.create(Bench.user(with, "marco"), BenchCertificate.Kind.EC_P256);
        servers.put("with", new Load(Trust.in(with.root()), with.port()));
        servers.put("without", new Load(Trust.in(without.root()), without.port()));
    }

    /** Runs all and prints a Markdown table. */
    static void run() throws IOException, SQLException, GeneralSecurityException, InterruptedException {
        Path directory = Bench.directory();
        try (Postgres postgres = Bench.engine();
                MusterServer with = Bench.server(settings(postgres, ""));
                MusterServer without = Bench.server(beside(settings(postgres, "-Dmuster.bench.without-log=true")))) {
            ImportApi imports = new ImportApi(with);
            imports.commit(imports.importFile(FleetFile.write(directory.resolve("fleet.csv"), 0, FLEET)));
            LogBenchmark benchmark = new LogBenchmark(postgres, with, without);
            benchmark.warmUp();
            System.out.println(benchmark.inTurn("as many as they take", 0));
            System.out.println(benchmark.inTurn(PER_SECOND + " a second", PER_SECOND));
            System.out.println("Leaves: " + postgres.value("select tree_size from log_head") + ", load "
                    + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    private static Map<String, String> settings(Postgres postgres, String options) {
        Map<String, String> settings = new HashMap<>(postgres.settings());
        settings.put("muster.heap", "1g");
        if (!options.isEmpty()) {
            settings.put("muster.jvm-options", options);
        }
        return settings;
    }

    private static Map<String, String> beside(Map<String, String> settings) {
        settings.put("muster.https-port", "18181");
        settings.put("muster.http-port", "18080");
        return settings;
    }

    private void warmUp() throws InterruptedException, SQLException {
        for (String server : List.of("with", "without")) {
            long end = System.nanoTime() + WARM_UP.toNanos();
            while (System.nanoTime() < end) {
                servers.get(server).run(CONNECTIONS, MEASURED, proofs());
            }
        }
        postgres.execute("vacuum analyze", "checkpoint");
    }

    private String inTurn(String what, int perSecond) throws InterruptedException, SQLException {
        List<LoadResult> with = new ArrayList<>();
        List<LoadResult> without = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            // The first of a round alternates, because the tables grow
            if (i % 2 == 0) {
                with.add(measure("with", perSecond));
            }
            without.add(measure("without", perSecond));
            if (i % 2 == 1) {
                with.add(measure("with", perSecond));
            }
        }
        return report(what, with, without);
    }

    private LoadResult measure(String server, int perSecond) throws InterruptedException, SQLException {
        postgres.execute("checkpoint");
        return servers.get(server).run(CONNECTIONS, MEASURED, proofs(), perSecond);
    }

    private Queue<byte[]> proofs() {
        int missing = ENOUGH - proofs.size();
        proofs.addAll(certificate.requests(next, missing));
        next += missing;
        return proofs;
    }

    private static String report(String what, List<LoadResult> with, List<LoadResult> without) {
        LoadResult on = LoadResult.together(with);
        LoadResult off = LoadResult.together(without);
        return String.format(
                Locale.ROOT,
                """
                | %s, %d connections | a second | median | mean | 99 %% | errors | a second in each round |
                |---|--:|--:|--:|--:|--:|---|
                | with the log | %.0f | %.1f ms | %.1f ms | %.1f ms | %d | %s |
                | without | %.0f | %.1f ms | %.1f ms | %.1f ms | %d | %s |
                | ratio | **%.1f %%** | %.1f %% | %.1f %% | | | |
                """,
                what,
                CONNECTIONS,
                on.rate(),
                on.percentile(50),
                on.mean(),
                on.percentile(99),
                on.errors() + on.refused(),
                rates(with),
                off.rate(),
                off.percentile(50),
                off.mean(),
                off.percentile(99),
                off.errors() + off.refused(),
                rates(without),
                100 * on.rate() / off.rate(),
                100 * on.percentile(50) / off.percentile(50),
                100 * on.mean() / off.mean());
    }

    private static String rates(List<LoadResult> rounds) {
        return rounds.stream()
                .map(round -> String.format(Locale.ROOT, "%.0f", round.rate()))
                .collect(Collectors.joining(", "));
    }
}
