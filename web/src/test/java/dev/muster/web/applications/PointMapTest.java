package dev.muster.web.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ejb.applications.WidgetData.NamedDevice;
import dev.muster.ejb.applications.WidgetData.Place;
import dev.muster.ejb.applications.WidgetData.Places;
import dev.muster.web.applications.PointMap.GridLine;
import dev.muster.web.applications.PointMap.Point;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PointMapTest {

    @Test
    void northIsAboveAndEastIsOnTheRight() {
        PointMap map = map(place(48, 16), place(50, 14));

        Point south = map.points().getFirst();
        Point north = map.points().getLast();
        assertThat(north.y()).isLessThan(south.y());
        assertThat(north.x()).isLessThan(south.x());
        assertThat(map.points())
                .allMatch(point -> point.x() > 0 && point.x() < PointMap.WIDTH)
                .allMatch(point -> point.y() > 0 && point.y() < PointMap.HEIGHT);
        assertThat(map.lines().stream().filter(GridLine::isParallel).map(GridLine::label))
                .contains("49.0° N");
    }

    @Test
    void oneDeviceIsInTheMiddle() {
        Point only = map(place(-33.9, -151.2)).points().getFirst();

        assertThat(only.x()).isEqualTo(PointMap.WIDTH / 2.0);
        assertThat(only.y()).isEqualTo(PointMap.HEIGHT / 2.0);
        assertThat(only.text()).isEqualTo("-33.90000, -151.20000");
    }

    @Test
    void theWholeEarthHasFewLines() {
        PointMap map = map(place(90, 180), place(-90, -180));

        assertThat(map.lines()).hasSizeBetween(8, 40);
        assertThat(map.lines()).extracting(GridLine::label).contains("0° N", "180° W");
        assertThat(map().isNone()).isTrue();
    }

    private static PointMap map(Place... places) {
        return PointMap.of(new Places(List.of(places)));
    }

    private static Place place(double latitude, double longitude) {
        return new Place(new NamedDevice(UUID.randomUUID(), "device"), latitude, longitude, 0);
    }
}
