package dev.muster.web.applications;

import dev.muster.ejb.applications.WidgetData.Place;
import dev.muster.ejb.applications.WidgetData.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Places of devices as points over lines of latitude and longitude, drawn to scale for the latitude in the middle. It has no
 * coasts and no streets: the portal loads nothing from elsewhere. The drawing is {@value #WIDTH} wide and {@value #HEIGHT} high.
 *
 * @param lines of latitude and longitude
 * @param points of the devices
 */
public record PointMap(List<GridLine> lines, List<Point> points) {

    static final int WIDTH = 600;

    static final int HEIGHT = 360;

    /** About one kilometer: a single device is not shown as if it were on the whole earth. */
    private static final double LEAST_SPAN = 0.01;

    private static final double ROOM = 1.2;

    /** Steps of the lines, in degrees. */
    private static final double[] STEPS = {30, 15, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001};

    private static final int LEAST_LINES = 3;

    /**
     * A line with its degrees.
     *
     * @param isParallel whether it is of latitude, so it goes from left to right
     * @param at where it crosses the other axis of the drawing
     */
    public record GridLine(boolean isParallel, double at, String label) {}

    /** A device in the drawing. */
    public record Point(double x, double y, Place place, String text) {}

    static PointMap of(Places data) {
        if (data.places().isEmpty()) {
            return new PointMap(List.of(), List.of());
        }
        Frame frame = Frame.around(data.places());
        List<GridLine> lines = new ArrayList<>();
        double step = step(frame.height());
        for (double degrees = Math.ceil(Math.max(-90, frame.south) / step) * step;
                degrees <= frame.north();
                degrees += step) {
            lines.add(new GridLine(true, frame.y(degrees), label(degrees, step, "N", "S")));
        }
        step = step(frame.width());
        for (double degrees = Math.ceil(Math.max(-180, frame.west) / step) * step;
                degrees <= frame.east();
                degrees += step) {
            lines.add(new GridLine(false, frame.x(degrees), label(degrees, step, "E", "W")));
        }
        return new PointMap(
                lines,
                data.places().stream()
                        .map(place ->
                                new Point(frame.x(place.longitude()), frame.y(place.latitude()), place, text(place)))
                        .toList());
    }

    /** Whether no device has said where it is. */
    public boolean isNone() {
        return points.isEmpty();
    }

    private static double step(double span) {
        for (double step : STEPS) {
            if (span / step >= LEAST_LINES) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    private static String label(double degrees, double step, String positive, String negative) {
        int digits = step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3;
        return String.format(
                Locale.ROOT, "%." + digits + "f° %s", Math.abs(degrees), degrees < 0 ? negative : positive);
    }

    private static String text(Place place) {
        return String.format(Locale.ROOT, "%.5f, %.5f", place.latitude(), place.longitude());
    }

    /** The part of the earth that is drawn: from a corner, with so many points of the drawing for each degree. */
    private record Frame(double south, double west, double perLatitude, double perLongitude) {

        static Frame around(List<Place> places) {
            double south = places.stream().mapToDouble(Place::latitude).min().orElseThrow();
            double north = places.stream().mapToDouble(Place::latitude).max().orElseThrow();
            double west = places.stream().mapToDouble(Place::longitude).min().orElseThrow();
            double east = places.stream().mapToDouble(Place::longitude).max().orElseThrow();
            double middle = (south + north) / 2;
            // A degree of longitude is shorter the farther it is from the equator; near the poles it is drawn wider
            // than it is
            double shrink = Math.max(0.05, Math.cos(Math.toRadians(middle)));
            double height = Math.max(LEAST_SPAN, north - south) * ROOM;
            double width = Math.max(LEAST_SPAN, east - west) * ROOM;
            double scale = Math.min(HEIGHT / height, WIDTH / (width * shrink));
            return new Frame(
                    middle - HEIGHT / scale / 2,
                    (west + east) / 2 - WIDTH / (scale * shrink) / 2,
                    scale,
                    scale * shrink);
        }

        double x(double longitude) {
            return rounded((longitude - west) * perLongitude);
        }

        double y(double latitude) {
            return rounded(HEIGHT - (latitude - south) * perLatitude);
        }

        double north() {
            return Math.min(90, south + height());
        }

        double east() {
            return Math.min(180, west + width());
        }

        double height() {
            return HEIGHT / perLatitude;
        }

        double width() {
            return WIDTH / perLongitude;
        }

        private static double rounded(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }
}
