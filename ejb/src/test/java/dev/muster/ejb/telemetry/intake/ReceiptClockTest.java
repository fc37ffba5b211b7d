package dev.muster.ejb.telemetry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReceiptClockTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final ReceiptClock clock = new ReceiptClock();

    @Test
    void givesWholeMilliseconds() {
        assertThat(clock.receipt(NOON.plusNanos(1_999_999))).isEqualTo(NOON.plusMillis(1));
    }

    @Test
    void followsTheDatabase() {
        assertThat(clock.receipt(NOON)).isEqualTo(NOON);
        assertThat(clock.receipt(NOON)).isEqualTo(NOON);
        assertThat(clock.receipt(NOON.plusMillis(1))).isEqualTo(NOON.plusMillis(1));
        assertThat(clock.receipt(NOON.plus(Duration.ofDays(400)))).isEqualTo(NOON.plus(Duration.ofDays(400)));
    }

    @Test
    void doesNotGoBackWithIt() {
        clock.receipt(NOON);

        assertThat(clock.receipt(NOON.minusMillis(1))).isEqualTo(NOON);
        assertThat(clock.receipt(NOON.minus(Duration.ofHours(1)))).isEqualTo(NOON);
        assertThat(clock.receipt(NOON.plusMillis(5))).isEqualTo(NOON.plusMillis(5));
    }

    @Test
    void believesACorrection() {
        clock.receipt(NOON.plus(Duration.ofDays(400)));

        assertThat(clock.receipt(NOON)).isEqualTo(NOON);
        assertThat(clock.receipt(NOON.minusMillis(1))).isEqualTo(NOON);
    }

    @Test
    void givesRequestsAtOnceNoTimeThatIsEarlierThanTheirOwn() {
        List<Instant> own =
                IntStream.range(0, 10_000).mapToObj(NOON::plusMillis).toList();

        assertThat(own.parallelStream().allMatch(at -> !clock.receipt(at).isBefore(at)))
                .isTrue();
        assertThat(clock.receipt(NOON)).isEqualTo(own.get(9_999));
    }
}
