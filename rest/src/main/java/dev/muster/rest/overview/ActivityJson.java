package dev.muster.rest.overview;

import dev.muster.domain.overview.Activity;
import dev.muster.domain.overview.Bar;
import dev.muster.domain.overview.BarSeries;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How often something happened lately.
 *
 * @param hours each of the last 24 hours
 * @param days each of the last 30 days (UTC)
 */
@Schema(name = "Activity")
@JsonbPropertyOrder({"hours", "days"})
public record ActivityJson(List<BarJson> hours, List<BarJson> days) {

    static ActivityJson of(Activity activity) {
        return new ActivityJson(bars(activity.day()), bars(activity.month()));
    }

    private static List<BarJson> bars(BarSeries series) {
        return series.bars().stream().map(BarJson::of).toList();
    }

    /** How often it happened in the hour, or on the day, that begins then. */
    @Schema(name = "ActivityBar")
    @JsonbPropertyOrder({"start", "amount"})
    public record BarJson(Instant start, long amount) {

        static BarJson of(Bar bar) {
            return new BarJson(bar.start(), bar.amount());
        }
    }
}
