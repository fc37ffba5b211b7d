package dev.muster.web.applications;

import dev.muster.domain.shared.json.OwnJson;
import dev.muster.ejb.applications.WidgetData.Line;
import dev.muster.ejb.applications.WidgetData.Lines;
import dev.muster.ejb.telemetry.SeriesBucket;
import dev.muster.ejb.telemetry.SeriesSpan;
import dev.muster.web.shared.ChartTime;
import dev.muster.web.shared.text.Texts;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The numbers of a telemetry key over time: the average in the band from the lowest to the highest number, or a line for each
 * device.
 *
 * @param json for PrimeFaces
 * @param summary the chart in words, for users who cannot see it
 * @param isEmpty whether there is no number
 */
public record LineChart(String json, String summary, boolean isEmpty) {

    private static final long TWO_DAYS = 2 * 24 * 60 * 60 * 1000L;

    private static final List<String> COLORS =
            List.of("--brand", "--warn-strong", "--info", "--bad", "--good", "--ink-soft", "--focus", "--line-strong");

    static LineChart of(Lines data, Texts texts) {
        boolean isTogether = data.lines().stream().allMatch(line -> line.device() == null);
        JsonArrayBuilder sets = isTogether ? band(data, texts) : each(data);
        JsonArrayBuilder labels = OwnJson.array();
        times(data.span()).forEach(ts -> labels.add(ChartTime.label(Instant.ofEpochMilli(ts))));
        JsonObjectBuilder ticks = OwnJson.object()
                .add("maxTicksLimit", 6)
                .add("autoSkipPadding", 12)
                .add("maxRotation", 0);
        JsonObjectBuilder options = ChartJson.legend(!isTogether)
                .add("interaction", OwnJson.object().add("mode", "index").add("intersect", false))
                .add("scales", OwnJson.object().add("x", OwnJson.object().add("ticks", ticks)));
        List<SeriesBucket> all =
                data.lines().stream().flatMap(line -> line.buckets().stream()).toList();
        return new LineChart(
                ChartJson.of("line", form(data.span()).in(ChartJson.data(labels, sets)), options),
                summary(all, data.unit(), texts),
                all.isEmpty());
    }

    private static JsonArrayBuilder band(Lines data, Texts texts) {
        List<SeriesBucket> buckets =
                data.lines().isEmpty() ? List.of() : data.lines().getFirst().buckets();
        return OwnJson.array()
                .add(edge(set(texts.of("applications.lowest"), data.span(), buckets, SeriesBucket::min))
                        .add("fill", false))
                .add(edge(set(texts.of("applications.highest"), data.span(), buckets, SeriesBucket::max))
                        .add("fill", "-1"))
                .add(line(
                        set(texts.of("applications.average"), data.span(), buckets, SeriesBucket::average),
                        COLORS.getFirst(),
                        buckets.size()));
    }

    private static JsonArrayBuilder each(Lines data) {
        JsonArrayBuilder sets = OwnJson.array();
        for (int i = 0; i < data.lines().size(); i++) {
            Line line = data.lines().get(i);
            sets.add(line(
                    set(line.device().name(), data.span(), line.buckets(), SeriesBucket::average),
                    COLORS.get(i % COLORS.size()),
                    line.buckets().size()));
        }
        return sets;
    }

    private static JsonObjectBuilder set(
            String label, SeriesSpan span, List<SeriesBucket> buckets, ToDoubleFunction<SeriesBucket> value) {
        Map<Long, SeriesBucket> byTime =
                buckets.stream().collect(Collectors.toMap(SeriesBucket::ts, Function.identity()));
        JsonArrayBuilder values = OwnJson.array();
        times(span).forEach(ts -> {
            SeriesBucket bucket = byTime.get(ts);
            if (bucket == null) {
                values.addNull();
            } else {
                values.add(value.applyAsDouble(bucket));
            }
        });
        return OwnJson.object().add("label", label).add("data", values).add("spanGaps", true);
    }

    private static JsonObjectBuilder edge(JsonObjectBuilder set) {
        return set.add("borderColor", "--chart-band")
                .add("backgroundColor", "--chart-band")
                .add("borderWidth", 1)
                .add("pointRadius", 0);
    }

    private static JsonObjectBuilder line(JsonObjectBuilder set, String color, int points) {
        return set.add("borderColor", color)
                .add("backgroundColor", color)
                .add("borderWidth", 2)
                .add("pointRadius", points > 1 ? 1 : 4);
    }

    private static LongStream times(SeriesSpan span) {
        return LongStream.iterate(span.from(), ts -> ts <= span.to(), ts -> ts + span.width());
    }

    private static ChartTime form(SeriesSpan span) {
        return span.to() - span.from() < TWO_DAYS ? ChartTime.CLOCK : ChartTime.MINUTE;
    }

    private static String summary(List<SeriesBucket> buckets, String unit, Texts texts) {
        if (buckets.isEmpty()) {
            return texts.of("applications.noNumbers");
        }
        double sum = buckets.stream()
                .mapToDouble(bucket -> bucket.average() * bucket.count())
                .sum();
        long count = buckets.stream().mapToLong(SeriesBucket::count).sum();
        return texts.of(
                "applications.summary",
                plain(buckets.stream().mapToDouble(SeriesBucket::min).min().orElseThrow()),
                plain(sum / count),
                plain(buckets.stream().mapToDouble(SeriesBucket::max).max().orElseThrow()),
                unit == null ? "" : unit);
    }

    private static String plain(double number) {
        return new BigDecimal(number)
                .round(new MathContext(5))
                .stripTrailingZeros()
                .toPlainString();
    }
}
