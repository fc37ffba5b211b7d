package dev.muster.bench;

import dev.muster.bench.engine.RawEngine;
import dev.muster.bench.load.Durations;
import dev.muster.bench.load.FleetFile;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;

/**
 * Imports of growing size against the engine alone, in one run: reading and checking against a COPY, committing against
 * an INSERT ... SELECT, pages and edits of the largest draft in milliseconds, and the server's memory.
 */
final class ImportBenchmark {

    private static final int MILLION = 1_000_000;

    private static final int[] SIZES = {10_000, 100_000, MILLION};

    private static final int WARM_UP = 100_000;

    private static final int WARM_CALLS = 3_000;

    private static final int CALLS = 200;

    private final RawEngine raw;
    private final ImportApi api;
    private final Path directory;
    private final Report report;
    private long next;

    private ImportBenchmark(RawEngine raw, ImportApi api, Path directory, Report report) {
        this.raw = raw;
        this.api = api;
        this.directory = directory;
        this.report = report;
    }

    /** Runs all and prints a Markdown page. */
    static void run() throws IOException, SQLException, GeneralSecurityException, InterruptedException {
        Path directory = Bench.directory();
        try (Postgres postgres = Bench.engine();
                MusterServer server = Bench.server(postgres)) {
            Report report = new Report(postgres.value("show server_version"));
            RawEngine raw = new RawEngine(postgres);
            new ImportBenchmark(raw, new ImportApi(server), directory, report).measure();
            report.memory(server.memory().peakKib() / 1024);
            System.out.println(report.text());
        }
    }

    private void measure() throws IOException, SQLException, InterruptedException {
        warmUp();
        String last = null;
        for (int rows : SIZES) {
            if (last != null) {
                api.discard(last);
            }
            last = measure(rows, "");
        }
        measure(MILLION, " beside as many enrolled");
    }

    private void warmUp() throws IOException, SQLException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            FleetFile file = nextFile(WARM_UP);
            String draft = api.importFile(file);
            for (int call = 0; call < WARM_CALLS; call++) {
                api.page(draft, call, 50);
                api.rename(draft, 1 + call, "Warm " + call);
            }
            api.commit(draft);
            api.discard(draft);
        }
    }

    private String measure(int rows, String condition) throws IOException, SQLException, InterruptedException {
        FleetFile file = nextFile(rows);
        raw.tidy();
        Duration copy = raw.copy(file);
        raw.tidy();
        long begin = System.nanoTime();
        String draft = api.importFile(file);
        Duration imported = since(begin);
        measureCalls(draft, rows);
        begin = System.nanoTime();
        api.commit(draft);
        Duration committed = since(begin);
        Duration insert = raw.insertSelect(draft);
        report.size(rows, condition, copy, imported, insert, committed);
        return draft;
    }

    private void measureCalls(String draft, int rows) throws IOException, InterruptedException {
        Random random = new Random(rows);
        Durations pages = new Durations();
        Durations edits = new Durations();
        for (int i = 0; i < CALLS; i++) {
            int size = new int[] {10, 25, 50, 100}[random.nextInt(4)];
            int page = random.nextInt(rows / size);
            pages.measure(() -> api.page(draft, page, size));
            int row = 1 + random.nextInt(rows);
            String name = "Renamed " + next + " " + i;
            edits.measure(() -> api.rename(draft, row, name));
        }
        report.calls(rows, pages, edits);
    }

    private FleetFile nextFile(int rows) {
        FleetFile file = FleetFile.write(directory.resolve("fleet.csv"), next, rows);
        next += rows;
        return file;
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
