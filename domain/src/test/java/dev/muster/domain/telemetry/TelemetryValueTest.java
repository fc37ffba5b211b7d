package dev.muster.domain.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelemetryValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "21.5 | 21.5",
                "21.5 | 21.50",
                "1 | 1.0",
                "1000 | 1E+3",
                "0 | -0.0",
                "840380235174088834 | 840380235174088834",
                "true | true",
                "\"on\" | \"on\"",
                "\"\\u00fc\" | \"ü\"",
            })
    void saysTheSame(String literal, String other) {
        assertThat(TelemetryValue.isSame(literal, other)).isTrue();
        assertThat(TelemetryValue.isSame(other, literal)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "21.5 | 21.51",
                "840380235174088834 | 840380235174088835",
                "1 | \"1\"",
                "1 | true",
                "true | false",
                "true | \"true\"",
                "\"on\" | \"On\"",
                "\"1.0\" | \"1\"",
            })
    void saysSomethingElse(String literal, String other) {
        assertThat(TelemetryValue.isSame(literal, other)).isFalse();
        assertThat(TelemetryValue.isSame(other, literal)).isFalse();
    }
}
