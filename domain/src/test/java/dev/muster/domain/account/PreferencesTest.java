package dev.muster.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.Language;
import dev.muster.domain.shared.ProblemException;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferencesTest {

    @Test
    void aUserChoosesALanguageAndATimeZone() {
        Preferences chosen = new Preferences("ar", "Asia/Riyadh");

        assertThat(chosen.language()).contains(Language.ARABIC);
        assertThat(chosen.mailLanguage()).isEqualTo(Language.ARABIC);
        assertThat(chosen.timeZone()).contains(ZoneId.of("Asia/Riyadh"));
    }

    @Test
    void withoutAChoiceTheBrowserDecides() {
        for (Preferences none :
                new Preferences[] {new Preferences(), new Preferences("", " "), new Preferences(null, null)}) {
            assertThat(none.language()).isEmpty();
            assertThat(none.mailLanguage()).isEqualTo(Language.ENGLISH);
            assertThat(none.timeZone()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"fr,", "DE,", "../de,", ",Mars/Olympus", ",+99:00", "de,europe/berlin"})
    void whatNoListOffersIsRefused(String language, String timeZone) {
        assertThatThrownBy(() -> new Preferences(language, timeZone)).isInstanceOf(ProblemException.class);
    }
}
