package dev.muster.ejb.applications;

import dev.muster.domain.device.DeviceState;
import dev.muster.ejb.telemetry.LatestValue;
import dev.muster.ejb.telemetry.SeriesBucket;
import dev.muster.ejb.telemetry.SeriesSpan;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a widget shows now. */
public sealed interface WidgetData {

    /**
     * Numbers over time.
     *
     * @param devices how many devices the numbers are of: those heard last
     * @param unit null if no data model of these devices has one
     */
    record Lines(
            SeriesSpan span,
            List<Line> lines,
            int devices,
            @Nullable String unit) implements WidgetData {

        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of a chart.
     *
     * @param device null for all devices together
     * @param buckets the oldest first; none for a time without numbers
     */
    record Line(@Nullable NamedDevice device, List<SeriesBucket> buckets) {

        public Line {
            buckets = List.copyOf(buckets);
        }
    }

    /** A device as a widget names it. */
    record NamedDevice(UUID id, String name) {}

    /** Last values, of the devices heard last. */
    record Values(List<Value> values, @Nullable String unit) implements WidgetData {

        public Values {
            values = List.copyOf(values);
        }
    }

    /** The last value of a device. */
    record Value(NamedDevice device, LatestValue latest) {}

    /**
     * How many devices are in which state. Each device counts only once.
     *
     * @param isCut whether there are more devices than are counted
     */
    record States(Map<DeviceState, Long> numbers, boolean isCut) implements WidgetData {

        public States {
            numbers = Map.copyOf(numbers);
        }
    }

    /** @param isCut whether there are more devices than are counted */
    record Count(long number, boolean isCut) implements WidgetData {}

    /** Where devices were last, of the devices heard last. */
    record Places(List<Place> places) implements WidgetData {

        public Places {
            places = List.copyOf(places);
        }
    }

    /**
     * Where a device was last.
     *
     * @param latitude in degrees, north is positive
     * @param longitude in degrees, east is positive
     * @param ts milliseconds since the epoch
     */
    record Place(NamedDevice device, double latitude, double longitude, long ts) {}
}
