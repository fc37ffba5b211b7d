package dev.muster.web.telemetry;

import dev.muster.domain.shared.json.OwnJson;
import dev.muster.ejb.telemetry.SeriesBucket;
import dev.muster.ejb.telemetry.SeriesSpan;
import dev.muster.web.shared.ChartTime;
import dev.muster.web.shared.ScriptJson;
import dev.muster.web.shared.text.Texts;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The numbers of one key as a chart: the average is a line in the band between lowest and highest.
 *
 * @param key whose numbers are drawn
 * @param unit null if none is known
 * @param times from when to when
 * @param buckets the oldest first; there is none for a time without numbers
 * @param texts in the language in which the chart is described
 */
public record TelemetryChart(String key, String unit, ChartTimes times, List<SeriesBucket> buckets, Texts texts) {

    private static final String LINE = "--brand";

    private static final String BAND = "--chart-band";

    /** The JSON that PrimeFaces and Chart.js 4 read. */
    public String json() {
        JsonObjectBuilder data = OwnJson.object()
                .add("labels", labels())
                .add(
                        "datasets",
                        OwnJson.array()
                                .add(edge(texts.of("telemetry.lowest"), SeriesBucket::min)
                                        .add("fill", false))
                                .add(edge(texts.of("telemetry.highest"), SeriesBucket::max)
                                        .add("fill", "-1"))
                                .add(set(texts.of("telemetry.average"), SeriesBucket::average)
                                        .add("borderColor", LINE)
                                        .add("backgroundColor", LINE)
                                        .add("borderWidth", 2)
                                        .add("pointRadius", buckets.size() > 1 ? 1 : 4)));
        return ScriptJson.of(OwnJson.object()
                .add("type", "line")
                .add("data", times.form().in(data))
                .add("options", options())
                .build());
    }

    private JsonObjectBuilder edge(String label, ToDoubleFunction<SeriesBucket> value) {
        return set(label, value)
                .add("borderColor", BAND)
                .add("backgroundColor", BAND)
                .add("borderWidth", 1)
                .add("pointRadius", 0);
    }

    private JsonObjectBuilder set(String label, ToDoubleFunction<SeriesBucket> value) {
        Map<Long, SeriesBucket> byTime =
                buckets.stream().collect(Collectors.toMap(SeriesBucket::ts, Function.identity()));
        JsonArrayBuilder values = OwnJson.array();
        SeriesSpan span = times.of(key);
        for (long ts = span.from(); ts <= span.to(); ts += span.width()) {
            SeriesBucket bucket = byTime.get(ts);
            if (bucket == null) {
                values.addNull();
            } else {
                values.add(value.applyAsDouble(bucket));
            }
        }
        return OwnJson.object().add("label", label).add("data", values).add("spanGaps", true);
    }

    private JsonArrayBuilder labels() {
        JsonArrayBuilder labels = OwnJson.array();
        SeriesSpan span = times.of(key);
        for (long ts = span.from(); ts <= span.to(); ts += span.width()) {
            labels.add(ChartTime.label(Instant.ofEpochMilli(ts)));
        }
        return labels;
    }

    private static JsonObjectBuilder options() {
        return OwnJson.object()
                .add("animation", false)
                .add("maintainAspectRatio", false)
                .add("interaction", OwnJson.object().add("mode", "index").add("intersect", false))
                .add("plugins", OwnJson.object().add("legend", OwnJson.object().add("display", false)))
                .add(
                        "scales",
                        OwnJson.object()
                                .add(
                                        "x",
                                        OwnJson.object()
                                                .add(
                                                        "ticks",
                                                        OwnJson.object()
                                                                .add("maxTicksLimit", 7)
                                                                .add("autoSkipPadding", 12)
                                                                .add("maxRotation", 0))));
    }

    /** The chart in words, for users who cannot see it: {@code lowest 18.2, average 21.4, highest 24 °C}. */
    public String summary() {
        if (buckets.isEmpty()) {
            return texts.of("telemetry.noNumbers");
        }
        double sum = 0;
        long count = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (SeriesBucket bucket : buckets) {
            sum += bucket.average() * bucket.count();
            count += bucket.count();
            least = Math.min(least, bucket.min());
            greatest = Math.max(greatest, bucket.max());
        }
        return unit == null
                ? texts.of("telemetry.summary", least, sum / count, greatest)
                : texts.of("telemetry.summaryInUnit", least, sum / count, greatest, unit);
    }
}
