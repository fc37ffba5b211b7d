package dev.muster.domain.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.domain.shared.json.MalformedRequestException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryReaderTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_500L);

    private static final UUID SENSOR = UUID.randomUUID();
    private static final GatewayFixture GATEWAY = new GatewayFixture(
            new TelemetrySource(UUID.randomUUID(), null), Map.of("sensor-1", new TelemetrySource(SENSOR, null)));
    private static final TelemetryExpectation EXPECTED =
            new TelemetryExpectation(NOW, Instant.EPOCH, NOW.plusSeconds(60), GATEWAY);

    @Test
    void readsOneMessage() throws MalformedRequestException {
        List<TelemetryRecord> records = read("{\"ts\":1764000000000,\"data\":{\"temperature\":21.5,\"door\":true}}");

        assertThat(records).hasSize(1);
        assertThat(records.get(0).ts()).isEqualTo(1_764_000_000_000L);
        assertThat(records.get(0).data().get("temperature")).hasToString("21.5");
        assertThat(records.get(0).data().get("door")).hasToString("true");
    }

    @Test
    void messagesWithoutTimeHaveTheTimeOfReceiptAndTheirOrder() throws MalformedRequestException {
        List<ReceivedTelemetry> received =
                received("[{\"data\":{\"a\":1}},{\"data\":{\"a\":2}},{\"ts\":7,\"data\":{\"a\":3}}]");

        assertThat(received)
                .extracting(one -> one.message().ts())
                .containsExactly(NOW.toEpochMilli(), NOW.toEpochMilli(), 7L);
        assertThat(received)
                .extracting(one -> one.message().data().get("a").toString())
                .containsExactly("1", "2", "3");
        assertThat(received).extracting(ReceivedTelemetry::hasOwnTime).containsExactly(false, false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1764000000000.0", "1.764e12", "17640000000000000E-4"})
    void aTimeIsAWholeNumberHoweverItIsWritten(String ts) throws MalformedRequestException {
        assertThat(read("{\"ts\":" + ts + ",\"data\":{\"a\":1}}").get(0).ts()).isEqualTo(1_764_000_000_000L);
    }

    @Test
    void readsManyInOrder() throws MalformedRequestException {
        List<TelemetryRecord> records = read("[{\"ts\":2,\"data\":{\"a\":1}},{\"ts\":1,\"data\":{\"a\":\"x\"}}]");

        assertThat(records).extracting(TelemetryRecord::ts).containsExactly(2L, 1L);
    }

    @Test
    void givesTheTimeOfReceiptToADeviceWithoutClock() throws MalformedRequestException {
        assertThat(read("{\"data\":{\"a\":1}}").get(0).ts()).isEqualTo(NOW.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                  | no-messages    |      | 0",
                "7                                   | not-an-object  |      | 0",
                "[{\"data\":{\"a\":1}},null]         | not-an-object  |      | 1",
                "{\"data\":{\"a\":1},\"unit\":\"x\"} | unknown-member | unit | 0",
                "{\"data\":{\"a\":1},\"\\u0007\":1} | unknown-member |      | 0",
                "{\"device\":\"sensor-2\",\"data\":{\"a\":1}} | unknown-device | device | 0",
                "{\"device\":1,\"data\":{\"a\":1}} | unknown-device | device | 0",
                "{\"device\":null,\"data\":{\"a\":1}} | unknown-device | device | 0",
                "{\"ts\":\"1\",\"data\":{\"a\":1}}   | invalid-ts     | ts   | 0",
                "{\"ts\":1.5,\"data\":{\"a\":1}}     | invalid-ts     | ts   | 0",
                "{\"ts\":0,\"data\":{\"a\":1}}       | invalid-ts     | ts   | 0",
                "{\"ts\":1e30,\"data\":{\"a\":1}}    | invalid-ts     | ts   | 0",
                "{\"ts\":1}                          | no-data        | data | 0",
                "{\"device\":1,\"data\":{\"a\":1}}   | unknown-device | device | 0",
                "{\"ts\":1,\"data\":{}}              | no-data        | data | 0",
                "{\"ts\":1,\"data\":[1]}             | no-data        | data | 0",
                "{\"ts\":1,\"data\":{\"\":1}}        | invalid-key    |      | 0",
                "{\"ts\":1,\"data\":{\"a\":null}}    | invalid-value  | a    | 0",
                "{\"ts\":1,\"data\":{\"a\":{}}}      | invalid-value  | a    | 0",
                "[{\"data\":{\"a\":1}},{\"data\":{\"b\":[]}}] | invalid-value | b | 1",
                "{\"ts\":1,\"data\":{\"a\":\"\\u0000\"}} | invalid-value | a   | 0",
            })
    void saysWhatIsWrong(String body, String code, String key, int index) {
        TelemetryRefusal refusal = catchThrowableOfType(TelemetryRefusal.class, () -> read(body));

        assertThat(refusal.errors()).hasSize(1);
        TelemetryError error = refusal.errors().get(0);
        assertThat(error.fault().code()).isEqualTo(code);
        assertThat(error.key()).isEqualTo(key);
        assertThat(error.index()).isEqualTo(index);
    }

    /** Values as a report wrote them: the digits of an identifier, zeros before it, a small number. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "840380235174088834 | 840380235174088834",
                "-9007199254740993  | -9007199254740993",
                "0.1000000000000000055511151231257827 | 0.1000000000000000055511151231257827",
                "7e-06 | 0.000007",
                "1.7976931348623157e308 | 1.7976931348623157E+308",
                "1e400 | 1E+400",
                "1e-400 | 1E-400",
                "\"000012300007\" | \"000012300007\"",
            })
    void keepsAValueExactly(String sent, String kept) throws MalformedRequestException {
        String literal = TelemetryValue.literal(
                read("{\"data\":{\"n\":" + sent + "}}").get(0).data().get("n"));

        assertThat(literal).isEqualTo(kept);
        if (!sent.startsWith("\"")) {
            assertThat(new BigDecimal(literal)).isEqualByComparingTo(new BigDecimal(sent));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | null",
                "[1] | an array",
                "{} | an object",
                "\"\\ud800\" | surrogate",
            })
    void saysOfAValueWhatIsWrong(String value, String sentence) {
        TelemetryRefusal refusal =
                catchThrowableOfType(TelemetryRefusal.class, () -> read("{\"data\":{\"a\":" + value + "}}"));

        assertThat(refusal.errors().get(0).detail()).contains(sentence);
    }

    @Test
    void countsTheKeysToOneThatCannotBeRepeated() {
        TelemetryRefusal refusal =
                catchThrowableOfType(TelemetryRefusal.class, () -> read("{\"data\":{\"a\":1,\"\":2}}"));

        assertThat(refusal.errors().get(0).detail()).startsWith("Key 2 of data");
    }

    @Test
    void refusesMoreThanAThousandMessages() {
        String body = "[" + "{\"data\":{\"a\":1}},".repeat(1_000) + "{\"data\":{\"a\":1}}]";

        assertThatThrownBy(() -> read(body)).isInstanceOf(TelemetryRefusal.class);
    }

    @Test
    void aGatewaySendsForItselfAndItsPeripherals() throws MalformedRequestException {
        List<ReceivedTelemetry> received =
                received("[{\"data\":{\"a\":1}},{\"device\":\"sensor-1\",\"data\":{\"a\":2}}]");

        assertThat(received)
                .extracting(ReceivedTelemetry::deviceId)
                .containsExactly(GATEWAY.sender().deviceId(), SENSOR);
    }

    @Test
    void countsNoMoreThanAHundredErrors() {
        String body = "[" + "{\"data\":{\"a\":null,\"b\":null}},".repeat(200) + "{}]";

        TelemetryRefusal refusal = catchThrowableOfType(TelemetryRefusal.class, () -> read(body));

        assertThat(refusal.errors()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"data\":{\"a\":1,\"a\":2}}", "{\"data\":{\"a\":1}} x", "[[[[[[[[[1]]]]]]]]]"})
    void refusesWhatIsNoJson(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(MalformedRequestException.class);
    }

    private static List<TelemetryRecord> read(String body) throws MalformedRequestException {
        return received(body).stream().map(ReceivedTelemetry::message).toList();
    }

    private static List<ReceivedTelemetry> received(String body) throws MalformedRequestException {
        return TelemetryReader.read(body.getBytes(StandardCharsets.UTF_8), EXPECTED);
    }
}
