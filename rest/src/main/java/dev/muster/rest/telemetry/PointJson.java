package dev.muster.rest.telemetry;

import dev.muster.ejb.telemetry.SeriesBucket;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * The numbers of a short time, drawn together.
 *
 * @param ts where that time begins, milliseconds since 1970
 * @param count how many numbers there are in it
 */
@JsonbPropertyOrder({"ts", "min", "max", "average", "count"})
public record PointJson(long ts, double min, double max, double average, long count) {

    static PointJson of(SeriesBucket bucket) {
        return new PointJson(bucket.ts(), bucket.min(), bucket.max(), bucket.average(), bucket.count());
    }
}
