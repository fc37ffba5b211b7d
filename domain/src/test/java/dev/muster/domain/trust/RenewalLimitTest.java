package dev.muster.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenewalLimitTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");

    @Test
    void nineRenewalsLeaveRoomForOneMore() {
        assertThat(RenewalLimit.wait(hourly(9), NOW)).isEmpty();
        assertThat(RenewalLimit.wait(List.of(), NOW)).isEmpty();
    }

    @Test
    void afterTenTheDeviceWaitsUntilTheOldestOfThemIsADayOld() {
        assertThat(RenewalLimit.wait(hourly(10), NOW)).contains(Duration.ofHours(14));
        assertThat(RenewalLimit.wait(hourly(10), NOW.plus(Duration.ofHours(14)).minusNanos(1)))
                .contains(Duration.ofNanos(1));
        assertThat(RenewalLimit.wait(hourly(10), NOW.plus(Duration.ofHours(14))))
                .isEmpty();
    }

    @Test
    void olderOnesBeforeTheTenDoNotCount() {
        assertThat(RenewalLimit.wait(hourly(30), NOW)).contains(Duration.ofHours(14));
    }

    @Test
    void nobodyWaitsLongerThanThePeriod() {
        assertThat(RenewalLimit.wait(hourly(10), NOW.minus(Duration.ofHours(11))))
                .contains(RenewalLimit.PERIOD);
    }

    /** The newest an hour ago. */
    private static List<Instant> hourly(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(hours -> NOW.minus(Duration.ofHours(hours)))
                .toList();
    }
}
