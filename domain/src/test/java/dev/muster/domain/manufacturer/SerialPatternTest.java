package dev.muster.domain.manufacturer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.muster.domain.shared.ProblemException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerialPatternTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "(", "[a", "a{1001}", "(?=a)", "(a)\\1", "*"})
    void whatIsNoPatternIsRefused(String entered) {
        assertRefused(entered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(((a{1000}){1000}){1000})",
                "((a{100}){100}){2}",
                "(?:[a-z]{100}){100}",
                "(?:(?:\\pL{99}|b){99}){2}",
                "((((a{9}){9}){9}){9}){9}",
                "(([^]{]{100}){100})"
            })
    void aPatternThatWouldFillTheHeapIsRefused(String entered) {
        assertRefused(entered);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void aPatternHasAtMost256Characters(int length, boolean allowed) {
        String entered = "a".repeat(length);
        if (allowed) {
            assertThat(new SerialPattern(entered).matches(entered)).isTrue();
        } else {
            assertRefused(entered);
        }
    }

    static Stream<Arguments> lengths() {
        return Stream.of(arguments(256, true), arguments(257, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[A-Z]{2}-?[0-9]{1,128} | AB-1  | true",
                "[AB]                   | A     | true",
                "AB?                    | ABC   | false",
                "(?i)sn[0-9]+           | SN12  | true",
                "SN[0-9]+               | SN12x | false",
                "\\Q(\\Ex{3}            | (xxx  | true",
                "[]{]{2}                | ]{    | true",
                "\\p{Greek}+            | αβγ   | true"
            })
    void theWholeIdentifierMatches(String pattern, String identifier, boolean matches) {
        assertThat(new SerialPattern(pattern).matches(identifier)).isEqualTo(matches);
    }

    private static void assertRefused(String entered) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> IdentifierRules.of(IdentifierScheme.SERIAL, entered))
                .withMessageEndingWith(".");
    }
}
