package dev.muster.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShownServerCertificateTest {

    private static final Instant END = Instant.parse("2027-03-01T10:20:30Z");

    private final ShownServerCertificate shown = new ShownServerCertificate(END.minus(Duration.ofDays(397)), END);

    /** Ninety days, renewed when thirty are left: the warning comes only if that fails. */
    @Test
    void aShortLifeIsWarnedOfWhenAQuarterIsLeft() {
        ShownServerCertificate quarter = new ShownServerCertificate(END.minus(Duration.ofDays(80)), END);
        assertThat(quarter.warning(END.minus(Duration.ofDays(21)))).isEmpty();
        assertThat(quarter.warning(END.minus(Duration.ofDays(20)))).isPresent();
    }

    @Test
    void warnsThirtyDaysBeforeItsEnd() {
        Instant thirtyDays = END.minus(Duration.ofDays(30));
        assertThat(shown.warning(thirtyDays.minusSeconds(1))).isEmpty();
        assertThat(shown.days(thirtyDays.minusSeconds(1))).isEqualTo(31);
        assertThat(shown.warning(thirtyDays))
                .hasValueSatisfying(warning -> assertThat(warning).contains("2027-03-01T10:20:30Z", "was not renewed"));
        assertThat(shown.days(thirtyDays)).isEqualTo(30);
        assertThat(shown.warning(END)).isPresent();
    }

    @Test
    void saysSoWhenItHasEnded() {
        assertThat(shown.warning(END.plusSeconds(1)))
                .hasValueSatisfying(warning -> assertThat(warning).contains("clients refuse it"));
        assertThat(shown.days(END.plusSeconds(1))).isZero();
    }
}
