package dev.muster.web.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de-AT,de;q=0.9,en;q=0.8 | GERMAN
                    ar-EG                   | ARABIC
                    en-GB,de;q=0.5          | ENGLISH
                    fr,de;q=0.5             | GERMAN
                    fr                      | ENGLISH
                    de;q=0.1,ar;q=0.9       | ARABIC
                    *                       | ENGLISH
                    ;;;q=%                  | ENGLISH
                    """)
    void theBrowserSaysWhichLanguageSuitsBest(String accepted, Language expected) {
        assertThat(AcceptedLanguage.of(accepted)).isEqualTo(expected);
    }

    @Test
    void withoutAWishItIsEnglish() {
        assertThat(AcceptedLanguage.of(null)).isEqualTo(Language.ENGLISH);
        assertThat(AcceptedLanguage.of("de,".repeat(400))).isEqualTo(Language.ENGLISH);
    }

    @Test
    void arabicNumbersHaveTheirPluralsAndTheDigitsOfIdentifiers() {
        assertThat(new com.ibm.icu.text.MessageFormat(
                                "{0,plural,zero{z}one{o}two{t}few{f #}many{m #}other{x #}}", Language.ARABIC.formats())
                        .format(new Object[] {12}))
                .isEqualTo("m 12");
    }
}
