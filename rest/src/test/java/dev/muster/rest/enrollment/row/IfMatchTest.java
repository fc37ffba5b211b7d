package dev.muster.rest.enrollment.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @Test
    void withoutItTheLastWins() {
        assertThat(IfMatch.parse(null)).isEmpty();
    }

    @Test
    void anyVersionWillDoForAnAsterisk() {
        assertThat(IfMatch.parse(" * ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "3", " \"3\" "})
    void quotedAndBareVersionsAreTheSame(String header) {
        assertThat(IfMatch.parse(header)).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "W/\"3\"", "\"3", "3\"", "\"abc\"", "-1", "12345678901", "\"1\", \"2\""})
    void whatIsNoVersionMatchesNoRow(String header) {
        assertThat(IfMatch.parse(header)).hasValue(-1);
    }
}
