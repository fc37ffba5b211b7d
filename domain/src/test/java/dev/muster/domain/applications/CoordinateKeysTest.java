package dev.muster.domain.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoordinateKeysTest {

    @Test
    void keysThatSayWhereADeviceIsAreFound() {
        assertThat(CoordinateKeys.among(List.of("a", "lon", "lat"))).contains(new CoordinateKeys("lat", "lon"));
        assertThat(CoordinateKeys.among(List.of("gps.Latitude", "gps.Longitude")))
                .contains(new CoordinateKeys("gps.Latitude", "gps.Longitude"));
        assertThat(CoordinateKeys.among(List.of("lat", "lng"))).contains(new CoordinateKeys("lat", "lng"));
    }

    @Test
    void halfAPairIsNoPlace() {
        assertThat(CoordinateKeys.among(List.of("lat", "gps.lon"))).isEmpty();
        assertThat(CoordinateKeys.among(List.of("plate", "salon"))).isEmpty();
        assertThat(CoordinateKeys.among(List.of())).isEmpty();
    }
}
