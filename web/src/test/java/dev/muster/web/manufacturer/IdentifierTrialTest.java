package dev.muster.web.manufacturer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.manufacturer.IdentifierScheme;
import org.junit.jupiter.api.Test;

class IdentifierTrialTest {

    @Test
    void whatFitsIsShownAsItIsCompared() {
        IdentifierTrial trial = IdentifierTrial.of(IdentifierScheme.MAC, null, "00-14-22-01-23-84");

        assertThat(trial.taken()).isTrue();
        assertThat(trial.sentence()).contains("001422012384");
    }

    @Test
    void whatDoesNotFitIsExplained() {
        IdentifierTrial trial = IdentifierTrial.of(IdentifierScheme.IMEI, null, "123");

        assertThat(trial.taken()).isFalse();
        assertThat(trial.sentence()).contains("15 digits");
    }

    @Test
    void aPatternThatCannotBeUsedIsSaidFirst() {
        assertThat(IdentifierTrial.of(IdentifierScheme.SERIAL, "AT-[0-9", "AT-1"))
                .satisfies(trial -> assertThat(trial.taken()).isFalse())
                .satisfies(trial -> assertThat(trial.sentence()).contains("RE2"));
        assertThat(IdentifierTrial.of(IdentifierScheme.SERIAL, null, "AT-1").sentence())
                .contains("needs a pattern");
        assertThat(IdentifierTrial.of(IdentifierScheme.SERIAL, "AT-[0-9]{8}", "at-00000001")
                        .taken())
                .isFalse();
    }
}
