package dev.muster.bench.load;

import dev.muster.bench.load.Load.Exchange;
import java.util.List;
import java.util.function.Predicate;

/**
 * What came of a load.
 *
 * @param seconds for how long it was made
 */
public record LoadResult(List<Exchange> exchanges, double seconds) {

    public static LoadResult of(List<Exchange> exchanges) {
        return new LoadResult(exchanges, (end(exchanges) - begin(exchanges)) / 1e9);
    }

    /** Several loads as if they had been one. */
    public static LoadResult together(List<LoadResult> results) {
        return new LoadResult(
                results.stream().flatMap(result -> result.exchanges.stream()).toList(),
                results.stream().mapToDouble(LoadResult::seconds).sum());
    }

    public long accepted() {
        return count(Exchange::isAccepted);
    }

    public long refused() {
        return count(Exchange::isRefused);
    }

    /** What was neither accepted nor refused as overload is to be. */
    public long errors() {
        return exchanges.size() - accepted() - refused();
    }

    /** The first answer that is an error; empty where there is none. */
    public String firstError() {
        return exchanges.stream()
                .filter(e -> !e.isAccepted() && !e.isRefused())
                .findFirst()
                .map(e -> e.reply().status() + " " + e.reply().body())
                .orElse("");
    }

    /** Accepted ones a second. */
    public double rate() {
        return accepted() / seconds;
    }

    /** Accepted ones in the second that ends so many seconds after the beginning. */
    public long inSecond(int second) {
        long from = begin(exchanges) + (second - 1) * 1_000_000_000L;
        return count(e -> e.isAccepted() && e.end() >= from && e.end() < from + 1_000_000_000L);
    }

    /** How long accepted ones took, in milliseconds. @param percent nearest rank, 1 to 100 */
    public double percentile(double percent) {
        return percentile(Exchange::isAccepted, percent);
    }

    /** How long refused ones took; 0 where there are none. */
    public double refusedPercentile(double percent) {
        return percentile(Exchange::isRefused, percent);
    }

    /** How long accepted ones took on average, in milliseconds. */
    public double mean() {
        return exchanges.stream()
                .filter(Exchange::isAccepted)
                .mapToDouble(Exchange::millis)
                .average()
                .orElse(0);
    }

    private double percentile(Predicate<Exchange> which, double percent) {
        double[] sorted = exchanges.stream()
                .filter(which)
                .mapToDouble(Exchange::millis)
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(sorted.length * percent / 100) - 1];
    }

    private long count(Predicate<Exchange> which) {
        return exchanges.stream().filter(which).count();
    }

    private static long begin(List<Exchange> exchanges) {
        return exchanges.stream().mapToLong(Exchange::begin).min().orElseThrow();
    }

    private static long end(List<Exchange> exchanges) {
        return exchanges.stream().mapToLong(Exchange::end).max().orElseThrow();
    }
}
