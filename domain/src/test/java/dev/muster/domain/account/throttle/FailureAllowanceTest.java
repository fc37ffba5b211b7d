package dev.muster.domain.account.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailureAllowanceTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final FailureAllowance allowance = new FailureAllowance(3, 2);

    @Test
    void theFirstAreRecordedOneByOneAndThenOneAMinute() {
        for (int i = 0; i < 3; i++) {
            assertThat(allowance.count("a", NOW)).hasValue(1);
        }
        assertThat(allowance.count("a", NOW)).isEmpty();
        assertThat(allowance.count("a", NOW.plusSeconds(59))).isEmpty();
        assertThat(allowance.count("a", NOW.plusSeconds(60))).hasValue(3);
        assertThat(allowance.count("a", NOW.plusSeconds(61))).isEmpty();
        assertThat(allowance.count("b", NOW.plusSeconds(61))).hasValue(1);
    }

    @Test
    void anHourBeginsAgain() {
        for (int i = 0; i < 10; i++) {
            allowance.count("a", NOW);
        }
        assertThat(allowance.count("a", NOW.plusSeconds(3600))).hasValue(8);
        assertThat(allowance.count("a", NOW.plusSeconds(3600))).hasValue(1);
    }

    @Test
    void remembersOnlySoMany() {
        for (int i = 0; i < 4; i++) {
            allowance.count("a", NOW);
        }
        allowance.count("b", NOW);
        allowance.count("c", NOW);
        assertThat(allowance.count("a", NOW)).hasValue(1);
    }
}
