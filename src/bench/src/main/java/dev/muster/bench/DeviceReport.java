package dev.muster.bench;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was measured of devices, as a Markdown page. */
final class DeviceReport {

    private final StringBuilder rates = new StringBuilder("""
            | 16 connections | SQL statements | Muster, a second | pgbench, a second | ratio | median | 99 % | worst | errors |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|
            """);

    private final StringBuilder refusals = new StringBuilder("""
            | 401, median of | unknown access key | bad signature | ratio |
            |---|--:|--:|--:|
            """);

    private final StringBuilder overloads = new StringBuilder();

    private final List<String> sql = new ArrayList<>();

    private final String engine;
    private final double load;
    private long memory;

    DeviceReport(Postgres postgres) throws SQLException {
        this.engine = "PostgreSQL %s (fsync %s, synchronous_commit %s)"
                .formatted(postgres.version(), postgres.setting("fsync"), postgres.setting("synchronous_commit"));
        this.load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    void against(String what, List<LoggedStatement> statements, LoadResult result, double alone) {
        rates.append(format(
                "| %s | %d | %.0f | %.0f | **%.0f %%** | %.1f ms | %.1f ms | %.0f ms | %d |%n",
                what,
                statements.size() + 2,
                result.rate(),
                alone,
                100 * result.rate() / alone,
                result.percentile(50),
                result.percentile(99),
                result.percentile(100),
                result.errors() + result.refused()));
        if (result.errors() > 0) {
            sql.add("First error: " + result.firstError());
        }
        sql.add(statements.stream().map(LoggedStatement::text).collect(Collectors.joining("\n", what + ":\n", "\n")));
    }

    /** The peak is the greater of what was before and what comes after: the server may still have been warming up. */
    void overload(int connections, LoadResult before, LoadResult overload, LoadResult recovery) {
        double peak = Math.max(before.rate(), recovery.rate());
        overloads.append(format(
                "%d connections without a pause: %.0f accepted a second, **%.0f %%** of the peak, median %.0f ms, 99 %% %.0f ms;"
                        + " %d refused (%.1f a second), median %.0f ms, the longest %.0f ms; %d errors %s%n%n",
                connections,
                overload.rate(),
                100 * overload.rate() / peak,
                overload.percentile(50),
                overload.percentile(99),
                overload.refused(),
                overload.refused() / (overload.accepted() / overload.rate()),
                overload.refusedPercentile(50),
                overload.refusedPercentile(100),
                overload.errors(),
                overload.firstError()));
        overloads.append(format(
                "Right after, 16 connections, accepted in each second: %s; %d refused, %d errors.%n%n",
                IntStream.rangeClosed(1, 10)
                        .mapToObj(second -> String.valueOf(recovery.inSecond(second)))
                        .collect(Collectors.joining(", ")),
                recovery.refused(),
                recovery.errors()));
    }

    void refusals(String algorithm, Durations unknown, Durations bad) {
        refusals.append(format(
                "| %s | %.3f ms | %.3f ms | **%.3f** |%n",
                algorithm, unknown.percentile(50), bad.percentile(50), unknown.percentile(50) / bad.percentile(50)));
    }

    void memory(long mebibytes) {
        memory = mebibytes;
    }

    String text() {
        return format(
                "%s, %d processors, Java %s, load %.1f at the beginning and %.1f at the end; server with -Xmx1g, most memory"
                        + " resident: %,d MiB%n%n%s%n%s%n%s%n%s",
                engine,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                load,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                memory,
                rates,
                overloads,
                refusals,
                String.join("\n", sql));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
