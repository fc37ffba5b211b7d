package dev.muster.domain.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.domain.device.DeviceModel;
import dev.muster.domain.device.ModelDescription;
import dev.muster.domain.device.TelemetryKey;
import dev.muster.domain.device.UnknownKeys;
import dev.muster.domain.device.ValueType;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.shared.json.MalformedRequestException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelPolicyTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"t\":85.000001}  | out-of-range | t | The device's model allows -40 to 85.",
                "{\"t\":-1e99999}   | out-of-range | t | The device's model allows -40 to 85.",
                "{\"p\":-0.1}       | out-of-range | p | The device's model allows 0 and more.",
                "{\"t\":\"20\"}     | wrong-type   | t | The device's model says that this is a NUMBER.",
                "{\"on\":1}         | wrong-type   | on | The device's model says that this is a BOOLEAN.",
                "{\"note\":true}    | wrong-type   | note | The device's model says that this is a TEXT.",
                "{\"T\":20}         | unknown-key  | T | The device's model does not have this key and refuses unknown keys.",
            })
    void saysWhatTheModelDoesNotAllow(String data, String code, String key, String detail) {
        TelemetryRefusal refusal = catchThrowableOfType(
                TelemetryRefusal.class,
                () -> read("[{\"data\":{\"t\":1}},{\"data\":" + data + "}]", UnknownKeys.REFUSE));

        assertThat(refusal.errors()).hasSize(1);
        TelemetryError error = refusal.errors().get(0);
        assertThat(error.index()).isEqualTo(1);
        assertThat(error.fault().code()).isEqualTo(code);
        assertThat(error.key()).isEqualTo(key);
        assertThat(error.detail()).isEqualTo(detail);
    }

    @Test
    void takesWhatTheModelAllows() throws MalformedRequestException {
        String data = "{\"data\":{\"t\":-40,\"p\":1e30,\"on\":false,\"note\":\"x\"}}";

        assertThat(read(data, UnknownKeys.REFUSE)).hasSize(1);
        assertThat(read("{\"data\":{\"other\":1}}", UnknownKeys.KEEP)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1763999999999, ts-too-old", "1764000060001, ts-in-future"})
    void boundsTheTime(long ts, String code) {
        TelemetryRefusal refusal = catchThrowableOfType(
                TelemetryRefusal.class, () -> read("{\"ts\":" + ts + ",\"data\":{\"t\":1}}", UnknownKeys.KEEP));

        assertThat(refusal.errors()).hasSize(1);
        assertThat(refusal.errors().get(0).fault().code()).isEqualTo(code);
        assertThat(refusal.errors().get(0).key()).isEqualTo("ts");
    }

    private static List<ReceivedTelemetry> read(String body, UnknownKeys unknownKeys) throws MalformedRequestException {
        List<TelemetryKey> keys = List.of(
                new TelemetryKey("t", ValueType.NUMBER, "°C", -40.0, 85.0),
                new TelemetryKey("p", ValueType.NUMBER, null, 0.0, null),
                new TelemetryKey("on", ValueType.BOOLEAN, null, null, null),
                new TelemetryKey("note", ValueType.TEXT, null, null, null));
        DeviceModel model = new DeviceModel(
                new Organization(new TenantName("it"), NOW),
                new ModelDescription(new TenantName("m"), keys, unknownKeys, Set.of()),
                NOW);
        TelemetryExpectation expected =
                new TelemetryExpectation(NOW, NOW, NOW.plusSeconds(60), GatewayFixture.alone(model));
        return TelemetryReader.read(body.getBytes(StandardCharsets.UTF_8), expected);
    }
}
