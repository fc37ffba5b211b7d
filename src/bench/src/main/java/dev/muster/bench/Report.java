package dev.muster.bench;

import dev.muster.bench.load.Durations;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/** What was measured, as a Markdown page. */
final class Report {

    private final StringBuilder ratios = new StringBuilder("""
            | rows | COPY | read and check | ratio | µs a row | INSERT … SELECT | commit | ratio |
            |--:|--:|--:|--:|--:|--:|--:|--:|
            """);

    private final StringBuilder calls = new StringBuilder("""
            | rows | page, median | page, 95 % | edit, median | edit, 95 % |
            |--:|--:|--:|--:|--:|
            """);

    private final String engine;
    private long memory;

    Report(String engine) {
        this.engine = engine;
    }

    void size(int rows, String condition, Duration copy, Duration imported, Duration insert, Duration committed) {
        ratios.append(format(
                "| %,d%s | %.2f s | %.2f s | **%.2f** | %.1f | %.2f s | %.2f s | **%.2f** |%n",
                rows,
                condition,
                seconds(copy),
                seconds(imported),
                seconds(imported) / seconds(copy),
                seconds(imported) / rows * 1e6,
                seconds(insert),
                seconds(committed),
                seconds(committed) / seconds(insert)));
    }

    void calls(int rows, Durations pages, Durations edits) {
        calls.append(format(
                "| %,d | %.1f ms | %.1f ms | %.1f ms | %.1f ms |%n",
                rows, pages.percentile(50), pages.percentile(95), edits.percentile(50), edits.percentile(95)));
    }

    void memory(long mebibytes) {
        memory = mebibytes;
    }

    String text() {
        return format(
                "PostgreSQL %s, %d processors, Java %s, load %.1f at the end; server with -Xmx1g, most memory resident: %,d MiB%n%n%s%n%s",
                engine,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                memory,
                ratios,
                calls);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
