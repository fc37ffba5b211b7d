package dev.muster.domain.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTopicTest {

    private static final String KEY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @ParameterizedTest
    @CsvSource({
        "telemetry, TELEMETRY",
        "t, TELEMETRY",
        "errors, ERRORS",
        "e, ERRORS",
        "commands, COMMANDS",
        "c, COMMANDS"
    })
    void aTopicHasTheKeyOfItsDevice(String name, DeviceTopic topic) {
        assertThat(OutsideTopic.of("/device/" + KEY + "/" + name)).contains(new OutsideTopic(KEY, topic));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t",
                "provision/response",
                "device/K/telemetry",
                "/device//telemetry",
                "/device/+/telemetry",
                "/device/K/#",
                "/device/K/telemetry/",
                "/device/K/Telemetry",
                "/device/K/response",
                "/device/K.L/telemetry",
                "/device/K/L/telemetry",
                "$share/muster//device/K/telemetry"
            })
    void nothingElseIsATopic(String name) {
        assertThat(OutsideTopic.of(name)).isEmpty();
    }

    @Test
    void theShortNameHasTheKey() {
        assertThat(OutsideTopic.shortName(DeviceTopic.COMMANDS, KEY)).isEqualTo("/device/" + KEY + "/c");
    }
}
