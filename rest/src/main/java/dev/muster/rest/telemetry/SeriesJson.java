package dev.muster.rest.telemetry;

import dev.muster.ejb.telemetry.SeriesBucket;
import dev.muster.ejb.telemetry.SeriesSpan;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/**
 * Numbers of one key, drawn together.
 *
 * @param from first millisecond
 * @param to last millisecond
 * @param width milliseconds of each piece
 * @param items oldest first; a piece without numbers is not among them
 */
@JsonbPropertyOrder({"key", "from", "to", "width", "items"})
public record SeriesJson(String key, long from, long to, long width, List<PointJson> items) {

    static SeriesJson of(SeriesSpan span, List<SeriesBucket> buckets) {
        return new SeriesJson(
                span.key(),
                span.from(),
                span.to(),
                span.width(),
                buckets.stream().map(PointJson::of).toList());
    }
}
