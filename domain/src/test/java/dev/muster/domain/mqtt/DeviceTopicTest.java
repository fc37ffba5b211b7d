package dev.muster.domain.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of topics in mqtt.md. */
class DeviceTopicTest {

    private static final String KEY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final String CLIENT_ID = "0190f3a2-7c1e-7b3a-9f00-1234567890ab";

    @ParameterizedTest
    @CsvSource({
        "telemetry, t, TELEMETRY",
        "errors, e, ERRORS",
        "commands, c, COMMANDS",
    })
    void nameAndAliasMeanTheTopic(String name, String alias, DeviceTopic topic) {
        assertThat(DeviceTopic.of("/device/" + KEY + "/" + name, KEY)).hasValue(topic);
        assertThat(DeviceTopic.of("/device/" + CLIENT_ID + "/" + name, CLIENT_ID))
                .hasValue(topic);
        assertThat(DeviceTopic.of(alias, KEY)).hasValue(topic);
        assertThat(topic.name(KEY)).isEqualTo("/device/" + KEY + "/" + name);
        assertThat(topic.alias()).hasValue(alias);
    }

    @Test
    void theAnswerToAProofHasOneName() {
        assertThat(DeviceTopic.of("provision/response", KEY)).hasValue(DeviceTopic.PROVISION_RESPONSE);
        assertThat(DeviceTopic.PROVISION_RESPONSE.name(KEY)).isEqualTo("provision/response");
        assertThat(DeviceTopic.PROVISION_RESPONSE.alias()).isEmpty();
    }

    @Test
    void telemetryIsPublishedAndTheOthersAreSubscribed() {
        assertThat(Stream.of(DeviceTopic.values()).filter(DeviceTopic::isPublished))
                .containsExactly(DeviceTopic.TELEMETRY);
        assertThat(Stream.of(DeviceTopic.values()).filter(DeviceTopic::isSubscribed))
                .containsExactly(DeviceTopic.ERRORS, DeviceTopic.COMMANDS, DeviceTopic.PROVISION_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                " ",
                "#",
                "+",
                "/#",
                "/+/+/+",
                "/device/#",
                "/device/+/errors",
                "/device/" + KEY + "/#",
                "/device/" + KEY + "/+",
                "/device/" + KEY + "/errors/#",
                "+/response",
                "provision/#",
                "$SYS/#",
                "$SYS/broker/version",
                "$share/muster/device/+/telemetry",
                "$share/g/t",
                "$share/g//device/" + KEY + "/errors",
                "$queue/t",
                "/device/ZZZZZZZZZZZZZZZZZZZZZZZZZZ/telemetry",
                "/device/ZZZZZZZZZZZZZZZZZZZZZZZZZZ/errors",
                "/device/" + CLIENT_ID + "/telemetry",
                "/device//telemetry",
                "/device/telemetry",
                "//device/" + KEY + "/telemetry",
                "/device//" + KEY + "/telemetry",
                "/device/" + KEY + "//telemetry",
                "device/" + KEY + "/telemetry",
                "/device/" + KEY + "/telemetry/",
                "/device/" + KEY + "/",
                "/device/" + KEY,
                "/Device/" + KEY + "/telemetry",
                "/device/" + KEY + "/Telemetry",
                "/device/abcdefghijklmnopqrstuvwxyz/telemetry",
                "/device/" + KEY + "/t",
                "/device/" + KEY + "/telemetry ",
                "/device/" + KEY + "/telemetry\0",
                "/device/" + KEY + "/attributes",
                "/device/" + KEY + "/provision/response",
                "T",
                "E",
                "C",
                "t/",
                "/t",
                "tt",
                "telemetry",
                "errors",
                "commands",
                "provision",
                "provision/",
                "provision/response/",
                "/provision/response",
                "Provision/Response",
                "PROVISION_RESPONSE"
            })
    void everythingElseIsNothing(String text) {
        assertThat(DeviceTopic.of(text, KEY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "#", "A/B", "$share", "A+"})
    void aSessionNeverHasAKeyThatMeansSomethingInATopic(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> DeviceTopic.of("/device/+/telemetry", key));
    }
}
