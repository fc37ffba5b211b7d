package dev.muster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final RateLimit<String> limit = new RateLimit<>(60, 3);

    @Test
    void aMinutesWorthMayComeAtOnceAndOneMoreMayNot() {
        assertThat(admitted("a", 100, 0)).isEqualTo(60);
        assertThat(limit.admits("a", 0)).isFalse();
    }

    @Test
    void itComesBackOneByOne() {
        admitted("a", 60, 0);
        assertThat(limit.admits("a", SECOND - 1)).isFalse();
        assertThat(limit.admits("a", SECOND)).isTrue();
        assertThat(limit.admits("a", SECOND)).isFalse();
        assertThat(admitted("a", 100, 31 * SECOND)).isEqualTo(30);
    }

    @Test
    void afterAMinuteOfSilenceAllOfItIsThereAndNoMore() {
        admitted("a", 60, 0);
        assertThat(admitted("a", 100, 600 * SECOND)).isEqualTo(60);
    }

    /** Refused requests do not delay the next permitted one. */
    @Test
    void whatIsRefusedDoesNotCount() {
        admitted("a", 10_000, 0);
        assertThat(limit.admits("a", SECOND)).isTrue();
    }

    @Test
    void onesRateIsNotAnothers() {
        admitted("a", 60, 0);
        assertThat(admitted("b", 100, 0)).isEqualTo(60);
    }

    @Test
    void ofMoreThanThereIsRoomForTheOneThatIsAwayForLongestIsForgotten() {
        admitted("a", 60, 0);
        admitted("b", 60, 0);
        assertThat(limit.admits("a", 0)).isFalse();
        limit.admits("c", 0);
        limit.admits("d", 0);
        assertThat(limit.remembered()).isEqualTo(3);
        assertThat(limit.admits("a", 0)).as("was there last but two").isFalse();
        assertThat(limit.admits("b", 0)).as("is forgotten").isTrue();
    }

    /** The clock's origin is arbitrary (System.nanoTime): it may be about to overflow. */
    @Test
    void theClockMayOverflow() {
        long now = Long.MAX_VALUE - SECOND;
        assertThat(admitted("a", 100, now)).isEqualTo(60);
        assertThat(limit.admits("a", now + SECOND)).isTrue();
        assertThat(limit.admits("a", now + 2 * SECOND)).isTrue();
        assertThat(limit.admits("a", now + 2 * SECOND)).isFalse();
    }

    @Test
    void aRateThatIsNoWholeFractionOfAMinuteIsKept() {
        RateLimit<String> seven = new RateLimit<>(7, 1);
        long admitted =
                IntStream.range(0, 100).filter(i -> seven.admits("a", 0)).count();
        assertThat(admitted).isEqualTo(7);
    }

    private long admitted(String key, int tries, long now) {
        return IntStream.range(0, tries).filter(i -> limit.admits(key, now)).count();
    }
}
