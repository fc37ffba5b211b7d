package dev.muster.domain.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.json.OwnJson;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTimeTest {

    /** 4 December 2026. By default a server accepts times from three years before to one day ahead. */
    private static final Instant NOW = Instant.ofEpochMilli(1_796_342_400_000L);

    private static final TelemetryExpectation EXPECTED = new TelemetryExpectation(
            NOW,
            NOW.minus(Duration.ofDays(1095)),
            NOW.plus(Duration.ofDays(1)),
            new GatewayFixture(new TelemetrySource(UUID.randomUUID(), null), Map.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {"1795876698000", "1795876698000.0", "1.795876698e12", "17958766980000000E-4", "1796428800000"})
    void takesMilliseconds(String ts) {
        assertThat(check(ts)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1795876698             | ts-too-old   | seconds",
                "1795876698.25          | invalid-ts   | seconds",
                "1.795876698e9          | ts-too-old   | seconds",
                "1795876698000000       | invalid-ts   | microseconds",
                "1795876698000001       | invalid-ts   | microseconds",
                "1795876698000000000    | invalid-ts   | nanoseconds",
            })
    void namesTheUnitThatWouldBeRight(String ts, String code, String unit) {
        TelemetryError error = check(ts).orElseThrow();

        assertThat(error.fault().code()).isEqualTo(code);
        assertThat(error.key()).isEqualTo("ts");
        assertThat(error.index()).isEqualTo(3);
        assertThat(error.detail()).contains("in " + unit + ";").contains("milliseconds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "946684800000  | ts-too-old   | clock",
                "86400000      | ts-too-old   | clock",
                "946684800     | ts-too-old   | clock",
                "1             | ts-too-old   | clock",
                "1796428800001 | ts-in-future | clock",
                "253402300799999 | ts-in-future | clock",
                "253402300800000 | invalid-ts | whole number",
                "1795876698000.5 | invalid-ts | whole number",
                "0             | invalid-ts   | whole number",
                "-1795876698   | invalid-ts   | whole number",
                "1e30          | invalid-ts   | whole number",
                "1e-99999      | invalid-ts   | whole number",
                "\"1795876698000\" | invalid-ts | without quotes",
                "\"2026-11-28T12:00:00Z\" | invalid-ts | without quotes",
                "null          | invalid-ts   | whole number",
                "true          | invalid-ts   | whole number",
            })
    void saysWhatElseIsWrong(String ts, String code, String sentence) {
        TelemetryError error = check(ts).orElseThrow();

        assertThat(error.fault().code()).isEqualTo(code);
        assertThat(error.detail()).contains(sentence).doesNotContain("seconds;").doesNotContain("1795876698");
    }

    @Test
    void readsWhatItHasChecked() {
        JsonValue value = OwnJson.read("1.795876698e12");

        assertThat(MessageTime.check(0, value, EXPECTED)).isEmpty();
        assertThat(MessageTime.millis(value)).isEqualTo(1_795_876_698_000L);
    }

    private static Optional<TelemetryError> check(String ts) {
        return MessageTime.check(3, OwnJson.read(ts), EXPECTED);
    }
}
