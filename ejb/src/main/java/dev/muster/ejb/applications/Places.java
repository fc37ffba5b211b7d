package dev.muster.ejb.applications;

import dev.muster.ejb.applications.WidgetData.NamedDevice;
import dev.muster.ejb.applications.WidgetData.Place;
import dev.muster.ejb.telemetry.LatestValue;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Makes places of reported values. */
final class Places {

    private static final double MAX_LATITUDE = 90;

    private static final double MAX_LONGITUDE = 180;

    private Places() {}

    /** Empty if a coordinate is missing, is no number, or is not on the earth. */
    static Optional<Place> of(NamedDevice device, @Nullable LatestValue latitude, @Nullable LatestValue longitude) {
        OptionalDouble north = degrees(latitude, MAX_LATITUDE);
        OptionalDouble east = degrees(longitude, MAX_LONGITUDE);
        if (latitude == null || north.isEmpty() || east.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Place(
                device, north.getAsDouble(), east.getAsDouble(), latitude.at().toEpochMilli()));
    }

    private static OptionalDouble degrees(@Nullable LatestValue value, double most) {
        if (value == null) {
            return OptionalDouble.empty();
        }
        try {
            double degrees = Double.parseDouble(value.value());
            return Math.abs(degrees) <= most ? OptionalDouble.of(degrees) : OptionalDouble.empty();
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }
}
