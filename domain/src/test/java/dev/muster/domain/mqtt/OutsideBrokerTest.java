package dev.muster.domain.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideBrokerTest {

    @ParameterizedTest
    @CsvSource({
        "mqtts://broker.example.com, broker.example.com, 8883, true",
        "mqtts://192.0.2.7:1234/, 192.0.2.7, 1234, true",
        "mqtt://localhost, localhost, 1883, false",
        "mqtt://127.0.0.1:2000, 127.0.0.1, 2000, false"
    })
    void theUrlSaysWhereItIs(String url, String host, int port, boolean hasTls) {
        OutsideBroker broker = read(Map.of("muster.broker.url", url));
        assertThat(broker.host()).isEqualTo(host);
        assertThat(broker.port()).isEqualTo(port);
        assertThat(broker.hasTls()).isEqualTo(hasTls);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "broker.example.com",
                "https://broker.example.com",
                "mqtt://broker.example.com",
                "mqtts://user:secret@broker.example.com",
                "mqtts://broker.example.com/path",
                "mqtts://broker.example.com?a=b",
                "mqtts://",
                "mqtts://a b"
            })
    void anotherUrlIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> read(Map.of("muster.broker.url", url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("muster.broker.url must be mqtts://")
                .hasMessageNotContaining("secret");
    }

    @Test
    void serversShareTheMessagesUnlessTheOperatorSaysOtherwise() {
        Map<String, String> settings = new HashMap<>(Map.of("muster.broker.url", "mqtts://b.example.com"));
        assertThat(read(settings).subscriptions())
                .isEqualTo(List.of("$share/muster//device/+/telemetry", "$share/muster//device/+/t"));
        settings.put("muster.mqtt-subscription", "/device/+/telemetry , /device/+/t");
        assertThat(read(settings).subscriptions()).isEqualTo(List.of("/device/+/telemetry", "/device/+/t"));
        settings.put("muster.mqtt-subscription", "a,,b");
        assertThatThrownBy(() -> read(settings)).hasMessageStartingWith("muster.mqtt-subscription must be");
    }

    @Test
    void secretsBelongTogetherAndAreNotInItsText() {
        Map<String, String> settings = new HashMap<>(Map.of("muster.broker.url", "mqtts://b.example.com"));
        settings.put("muster.broker.password", "secret");
        assertThatThrownBy(() -> read(settings)).hasMessageContaining("muster.broker.username");
        settings.put("muster.broker.username", "muster");
        assertThat(read(settings)).hasToString("OutsideBroker[b.example.com:8883]");
        settings.put("muster.broker.certificate", "own.pem");
        assertThatThrownBy(() -> read(settings)).hasMessageContaining("muster.broker.key");
    }

    private static OutsideBroker read(Map<String, String> settings) {
        return OutsideBroker.from(name -> Optional.ofNullable(settings.get(name)));
    }
}
