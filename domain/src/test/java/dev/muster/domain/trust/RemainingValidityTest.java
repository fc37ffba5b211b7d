package dev.muster.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemainingValidityTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = BEGIN.plus(Duration.ofDays(100));

    @ParameterizedTest
    @CsvSource({
        "P0D, 100, 100, false",
        "P50D, 50, 50, false",
        "PT1S, 99, 100, false",
        "P69DT23H, 30, 31, false",
        "P70D, 30, 30, true",
        "P99DT12H, 1, 1, true",
        "P99DT23H59M59S, 1, 1, true",
        "P100D, 1, 0, true",
        "P100DT1S, 0, 0, false",
        "P200D, 0, 0, false",
    })
    void isWhatIsLeft(Duration passed, int percent, long days, boolean isShort) {
        RemainingValidity left = new RemainingValidity(BEGIN, END, BEGIN.plus(passed));

        assertThat(left.percent()).isEqualTo(percent);
        assertThat(left.days()).isEqualTo(days);
        assertThat(left.isShort()).isEqualTo(isShort);
    }

    /** The server's clock is behind the clock of the server that made the certificate. */
    @Test
    void isNeverMoreThanAll() {
        assertThat(new RemainingValidity(BEGIN, END, BEGIN.minusSeconds(60)).percent())
                .isEqualTo(100);
    }
}
