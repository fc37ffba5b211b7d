package dev.muster.web.overview;

import dev.muster.domain.overview.Bar;
import dev.muster.domain.overview.BarSeries;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.web.shared.ChartTime;
import dev.muster.web.shared.ScriptJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bars over time as a chart, and the same numbers as a table. Several series are stacked on each other.
 *
 * @param name of the chart, unique on its page; letters and hyphens
 * @param title what is counted, and when
 * @param stacks all of the same unit and length; the lowest first
 */
public record BarChart(String name, String title, List<Stack> stacks) {

    /**
     * One series of a chart.
     *
     * @param label what the series counts
     * @param color as in CSS
     */
    public record Stack(String label, String color, BarSeries series) {}

    /**
     * One row of the table.
     *
     * @param time the start of the bar
     * @param amounts of each series
     */
    public record Row(Instant time, List<Long> amounts) {

        long sum() {
            return amounts.stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * A chart of one series.
     *
     * @param label what the series counts, for the mouse
     */
    static BarChart of(String name, String title, String label, BarSeries series) {
        return new BarChart(name, title, List.of(new Stack(label, Colors.BRAND, series)));
    }

    /** The JSON that PrimeFaces and Chart.js 4 read. */
    public String json() {
        JsonArrayBuilder labels = OwnJson.array();
        first().bars().forEach(bar -> labels.add(ChartTime.label(bar.start())));
        JsonArrayBuilder sets = OwnJson.array();
        stacks.forEach(stack -> sets.add(set(stack)));
        JsonObjectBuilder data = OwnJson.object().add("labels", labels).add("datasets", sets);
        return ScriptJson.of(OwnJson.object()
                .add("type", "bar")
                .add("data", (isOfHours() ? ChartTime.CLOCK : ChartTime.UTC_DAY).in(data))
                .add("options", options())
                .build());
    }

    private static JsonObjectBuilder set(Stack stack) {
        JsonArrayBuilder amounts = OwnJson.array();
        stack.series().bars().forEach(bar -> amounts.add(bar.amount()));
        return OwnJson.object()
                .add("label", stack.label())
                .add("data", amounts)
                .add("backgroundColor", stack.color())
                .add("borderRadius", 3)
                .add("maxBarThickness", 28);
    }

    private JsonObjectBuilder options() {
        JsonObjectBuilder labels = OwnJson.object().add("maxTicksLimit", 8).add("maxRotation", 0);
        JsonObjectBuilder numbers = OwnJson.object().add("precision", 0).add("maxTicksLimit", 5);
        JsonObjectBuilder x = OwnJson.object()
                .add("stacked", true)
                .add("grid", OwnJson.object().add("display", false))
                .add("ticks", labels);
        JsonObjectBuilder y =
                OwnJson.object().add("stacked", true).add("beginAtZero", true).add("ticks", numbers);
        return OwnJson.object()
                .add("animation", false)
                .add("maintainAspectRatio", false)
                .add("interaction", OwnJson.object().add("mode", "index").add("intersect", false))
                .add("plugins", OwnJson.object().add("legend", OwnJson.object().add("display", isStacked())))
                .add("scales", OwnJson.object().add("x", x).add("y", y));
    }

    /** Whether it has several series. */
    public boolean isStacked() {
        return stacks.size() > 1;
    }

    /** Whether it has only zeros. */
    public boolean isZero() {
        return stacks.stream().allMatch(stack -> stack.series().isEmpty());
    }

    /** All numbers together. */
    public long sum() {
        return stacks.stream().mapToLong(stack -> stack.series().total()).sum();
    }

    /** The rows that say something, the newest first. */
    public List<Row> rows() {
        List<Bar> bars = first().bars();
        return IntStream.range(0, bars.size())
                .mapToObj(i -> bars.size() - 1 - i)
                .map(i -> new Row(
                        bars.get(i).start(),
                        stacks.stream()
                                .map(stack -> stack.series().bars().get(i).amount())
                                .toList()))
                .filter(row -> row.amounts().stream().anyMatch(amount -> amount != 0))
                .toList();
    }

    /** The row with the largest sum. Ask only if there is more than zeros. */
    Row highest() {
        return rows().stream().max(Comparator.comparingLong(Row::sum)).orElseThrow();
    }

    /** Whether a bar is an hour; otherwise it is a day. */
    public boolean isOfHours() {
        return first().unit() == ChronoUnit.HOURS;
    }

    private BarSeries first() {
        return stacks.getFirst().series();
    }
}
