package dev.muster.web.manufacturer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.web.shared.text.EnglishTexts;
import dev.muster.web.shared.text.Texts;
import org.junit.jupiter.api.Test;

class IdentifierTrialTest {

    private static final Texts TEXTS = EnglishTexts.get();

    @Test
    void whatFitsIsShownAsItIsCompared() {
        IdentifierTrial trial = IdentifierTrial.of(IdentifierScheme.MAC, null, "00-14-22-01-23-84", TEXTS);

        assertThat(trial.taken()).isTrue();
        assertThat(trial.sentence()).contains("001422012384");
    }

    @Test
    void whatDoesNotFitIsExplained() {
        IdentifierTrial trial = IdentifierTrial.of(IdentifierScheme.IMEI, null, "123", TEXTS);

        assertThat(trial.taken()).isFalse();
        assertThat(trial.sentence()).contains("15 digits");
    }

    @Test
    void aPatternThatCannotBeUsedIsSaidFirst() {
        assertThat(IdentifierTrial.of(IdentifierScheme.SERIAL, "AT-[0-9", "AT-1", TEXTS))
                .satisfies(trial -> assertThat(trial.taken()).isFalse())
                .satisfies(trial -> assertThat(trial.sentence()).contains("RE2"));
        assertThat(IdentifierTrial.of(IdentifierScheme.SERIAL, null, "AT-1", TEXTS)
                        .sentence())
                .contains("needs a pattern");
        assertThat(IdentifierTrial.of(IdentifierScheme.SERIAL, "AT-[0-9]{8}", "at-00000001", TEXTS)
                        .taken())
                .isFalse();
    }
}
