package dev.muster.bench;

import dev.muster.bench.engine.LoggedStatement;
import dev.muster.bench.load.Durations;
import dev.muster.bench.load.LoadResult;
import dev.muster.testkit.Postgres;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
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
                .formatted(
                        postgres.value("show server_version"),
                        postgres.value("show fsync"),
                        postgres.value("show synchronous_commit"));
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

    /** Crowds, and after each of them the usual 16 connections, whose rate is the peak. */
    void overload(int connections, List<LoadResult> crowds, List<LoadResult> after) {
        LoadResult crowded = LoadResult.together(crowds);
        LoadResult usual = LoadResult.together(after);
        overloads.append(format(
                "%d connections without a pause, in turn with 16: %.0f accepted a second against %.0f, **%.0f %%** of the peak (%s),"
                        + " median %.0f ms, 99 %% %.0f ms; %d refused (%.1f a second), median %.0f ms, 99 %% %.0f ms, the longest of"
                        + " each round %s ms; %d errors %s%n%n",
                connections,
                crowded.rate(),
                usual.rate(),
                100 * crowded.rate() / usual.rate(),
                ofEach(crowds, result -> result.rate()) + " against " + ofEach(after, result -> result.rate()),
                crowded.percentile(50),
                crowded.percentile(99),
                crowded.refused(),
                crowded.refused() / crowded.seconds(),
                crowded.refusedPercentile(50),
                crowded.refusedPercentile(99),
                ofEach(crowds, result -> result.refusedPercentile(100)),
                crowded.errors(),
                crowded.firstError()));
        after.forEach(this::recovery);
        overloads.append(format("%n"));
    }

    private void recovery(LoadResult after) {
        overloads.append(format(
                "- right after, 16 connections, accepted in each second: %s; %d refused, %d errors%n",
                ofEach(IntStream.rangeClosed(1, 10).boxed().toList(), after::inSecond),
                after.refused(),
                after.errors()));
    }

    private static <T> String ofEach(List<T> all, ToDoubleFunction<T> what) {
        return all.stream().map(one -> format("%.0f", what.applyAsDouble(one))).collect(Collectors.joining(", "));
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
