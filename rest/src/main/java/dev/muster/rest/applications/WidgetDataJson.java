package dev.muster.rest.applications;

import dev.muster.domain.shared.json.OwnJson;
import dev.muster.ejb.applications.WidgetData;
import dev.muster.ejb.telemetry.SeriesBucket;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a widget shows now; each kind of widget has its own members.
 *
 * @param count of a COUNT: how many devices; 100000 stands for that many or more
 * @param states of STATES: how many devices are in which state, each counted once
 * @param unit of the numbers, if a data model says it
 * @param devices of a CHART: how many devices the numbers are of, which are those heard last
 * @param lines of a CHART
 * @param values of VALUES: the devices heard last, with their last value
 * @param places of a MAP: the devices heard last, with their last place
 */
@Schema(name = "WidgetData")
@JsonbPropertyOrder({"count", "states", "unit", "devices", "lines", "values", "places"})
public record WidgetDataJson(
        Long count,
        Map<String, Long> states,
        String unit,
        Integer devices,
        List<LineJson> lines,
        List<ValueJson> values,
        List<PlaceJson> places) {

    static WidgetDataJson of(WidgetData data) {
        return switch (data) {
            case WidgetData.Count shown -> new WidgetDataJson(shown.number(), null, null, null, null, null, null);
            case WidgetData.States shown -> new WidgetDataJson(null, states(shown), null, null, null, null, null);
            case WidgetData.Lines shown ->
                new WidgetDataJson(
                        null,
                        null,
                        shown.unit(),
                        shown.devices(),
                        shown.lines().stream().map(LineJson::of).toList(),
                        null,
                        null);
            case WidgetData.Values shown ->
                new WidgetDataJson(
                        null,
                        null,
                        shown.unit(),
                        null,
                        null,
                        shown.values().stream().map(ValueJson::of).toList(),
                        null);
            case WidgetData.Places shown ->
                new WidgetDataJson(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        shown.places().stream().map(PlaceJson::of).toList());
        };
    }

    private static Map<String, Long> states(WidgetData.States shown) {
        return shown.numbers().entrySet().stream()
                .collect(Collectors.toMap(
                        state -> state.getKey().name(), Map.Entry::getValue, (one, same) -> one, TreeMap::new));
    }

    /**
     * A line of a chart.
     *
     * @param device absent if the line is of all devices together
     * @param items oldest first, without the intervals that have no numbers
     */
    @Schema(name = "WidgetLine")
    @JsonbPropertyOrder({"device", "items"})
    public record LineJson(UUID device, List<PointJson> items) {

        static LineJson of(WidgetData.Line line) {
            return new LineJson(
                    line.device() == null ? null : line.device().id(),
                    line.buckets().stream().map(PointJson::of).toList());
        }
    }

    /** The numbers of an interval, which begins at {@code ts} (milliseconds since 1970). */
    @Schema(name = "WidgetInterval")
    @JsonbPropertyOrder({"ts", "min", "max", "average", "count"})
    public record PointJson(long ts, double min, double max, double average, long count) {

        static PointJson of(SeriesBucket bucket) {
            return new PointJson(bucket.ts(), bucket.min(), bucket.max(), bucket.average(), bucket.count());
        }
    }

    /** The last value of a device, measured at {@code ts} (milliseconds since 1970). */
    @Schema(name = "WidgetValue")
    @JsonbPropertyOrder({"device", "name", "ts", "value"})
    public record ValueJson(
            UUID device,
            String name,
            long ts,

            @Schema(implementation = Object.class, description = "A number, a text, true or false")
            JsonValue value) {

        static ValueJson of(WidgetData.Value value) {
            return new ValueJson(
                    value.device().id(),
                    value.device().name(),
                    value.latest().at().toEpochMilli(),
                    OwnJson.read(value.latest().value()));
        }
    }

    /** Where a device was at {@code ts} (milliseconds since 1970), in degrees. */
    @Schema(name = "WidgetPlace")
    @JsonbPropertyOrder({"device", "name", "ts", "latitude", "longitude"})
    public record PlaceJson(UUID device, String name, long ts, double latitude, double longitude) {

        static PlaceJson of(WidgetData.Place place) {
            return new PlaceJson(
                    place.device().id(), place.device().name(), place.ts(), place.latitude(), place.longitude());
        }
    }
}
