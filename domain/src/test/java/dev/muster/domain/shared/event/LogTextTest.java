package dev.muster.domain.shared.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTextTest {

    @ParameterizedTest
    @CsvSource({
        "\\n,a\\nb",
        "\\r,a\\rb",
        "\\u0000,a\\u0000b",
        "\\u001b,a\\u001bb",
        "\\u007f,a\\u007fb",
        "\\u0085,a\\u0085b",
        "\\u2028,a\\u2028b",
        "\\u2029,a\\u2029b",
        "\\u202e,a\\u202eb",
        "\\u2066,a\\u2066b",
        "\\u200b,a\\u200bb",
        "\\ufeff,a\\ufeffb",
        "\\ud800,a\\ud800b"
    })
    void whatForgesOrHidesALineIsEscaped(String character, String expected) {
        String text = "a" + unicode(character) + "b";
        assertThat(LogText.neutral(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Zoë Übermaß 木村", "😀 / {0} ' \" \\"})
    void whatPeopleWriteStays(String text) {
        assertThat(LogText.neutral(text)).isSameAs(text);
    }

    @Test
    void aQuotedValueEndsOnlyAtItsQuote() {
        assertThat(LogText.quoted("a\" event=login \\")).isEqualTo("\"a\\\" event=login \\\\\"");
        assertThat(LogText.quoted("x".repeat(600))).hasSize(505).endsWith("...\"");
    }

    /** Source code has such a character only by its escape. */
    private static String unicode(String escaped) {
        return escaped.startsWith("\\u")
                ? String.valueOf((char) Integer.parseInt(escaped.substring(2), 16))
                : escaped.translateEscapes();
    }
}
