package dev.muster.domain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CommandExpiryTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void withoutATimeItIsOneDay() {
        assertThat(CommandExpiry.of(null, NOW)).isEqualTo("2026-12-02T12:00:00Z");
    }

    @Test
    void itIsInTheFutureAndAtMost30DaysAway() {
        assertThat(CommandExpiry.of(NOW.plusMillis(1), NOW)).isEqualTo(NOW.plusMillis(1));
        assertThat(CommandExpiry.of(NOW.plus(Duration.ofDays(30)), NOW)).isEqualTo("2026-12-31T12:00:00Z");
        assertThatThrownBy(() -> CommandExpiry.of(NOW, NOW)).hasMessageContaining("choose a later time");
        assertThatThrownBy(() -> CommandExpiry.of(NOW.minusSeconds(1), NOW)).hasMessageContaining("not in the future");
        assertThatThrownBy(() -> CommandExpiry.of(NOW.plus(Duration.ofDays(30)).plusNanos(1), NOW))
                .hasMessageContaining("at most 30 days");
    }

    @Test
    void itIsAsTheDatabaseKeepsIt() {
        assertThat(CommandExpiry.of(NOW.plusNanos(2_999), NOW)).isEqualTo(NOW.plusNanos(2_000));
    }
}
