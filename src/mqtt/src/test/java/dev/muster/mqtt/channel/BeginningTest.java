package dev.muster.mqtt.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BeginningTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100c00044d5154540402003c0000",
                "100e00064d51497364700302003c0000",
                "10ff0100044d5154540502003c00",
                "10ffff0100044d5154540502003c00",
                "474554202f"
            })
    void ofAConnectOrOfAGet(String bytes) {
        Beginning beginning = new Beginning();
        for (byte octet : HexFormat.of().parseHex(bytes)) {
            assertThat(beginning.accepts(octet & 0xFF)).isTrue();
        }
        assertThat(beginning.isOver()).isTrue();
    }

    /** Another type, flags, a length of four digits, no name, names of other lengths, another name, other protocols. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "300300017478",
                "110c00044d515454",
                "10ffffff7f00044d515454",
                "100100",
                "100c00054d515454",
                "100c01044d515454",
                "100c00046d717474",
                "100c00044d585454",
                "475254202f",
                "160301020001000001fc0303",
                "504f5354202f"
            })
    void ofSomethingElse(String bytes) {
        Beginning beginning = new Beginning();
        boolean accepted = true;
        for (byte octet : HexFormat.of().parseHex(bytes + "0000000000")) {
            accepted &= beginning.accepts(octet & 0xFF);
        }
        assertThat(accepted).isFalse();
    }

    @Test
    void aWebSocketIsAskedForWithTheWholeHead() {
        String head =
                "GET /mqtt?a=b HTTP/1.1\r\nHost: localhost\r\nUpgrade: WebSocket\r\nConnection: keep-alive, Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: mqttv3.1, mqtt\r\n"
                        + "Sec-WebSocket-Version: 13\r\nUser-Agent: f\u00fcr\r\n\r\n";
        assertThat(WebSocketHead.isOne(head)).isTrue();
        for (String field : new String[] {
            "Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Protocol", "Sec-WebSocket-Version"
        }) {
            assertThat(WebSocketHead.isOne(head.replace(field + ":", "X:")))
                    .as(field)
                    .isFalse();
        }
        for (String[] change : new String[][] {
            {"GET", "POST"}, {"GET /", "GET "}, {"1.1", "1.0"}, {"HTTP/1.1\r\n", "HTTP/1.1\n"}, {"13\r\n", "13\n"},
            {"Host:", " Host:"}, {"Host:", "Host"}, {"Host", "H\u0000st"}, {": 13", ": 8"}, {"Host", "Ho st"}
        }) {
            assertThat(WebSocketHead.isOne(head.replaceFirst(change[0], change[1])))
                    .as(change[1])
                    .isFalse();
        }
        byte[] latin1 = head.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(WebSocketHead.isOne(new String(latin1, StandardCharsets.ISO_8859_1)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://localhost, true",
        "http://LOCALHOST:8883, true",
        "localhost, true",
        "https://evil.example, false",
        "https://localhost.evil.example, false",
        "https://evil.example/localhost, false",
        "https://localhost@evil.example, false",
        "null, false",
        "'', false",
        "'https://localhost, https://evil.example', false"
    })
    void aPageOfAnotherSiteGetsNoWebSocket(String origin, boolean accepted) {
        String head = "GET / HTTP/1.1\r\nHost: localhost:8883\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: mqtt\r\n"
                + "Sec-WebSocket-Version: 13\r\n";
        assertThat(WebSocketHead.isOne(head + "\r\n")).isTrue();
        assertThat(WebSocketHead.isOne(head + "Origin: " + origin + "\r\n\r\n")).isEqualTo(accepted);
        assertThat(WebSocketHead.isOne(head.replace("Host:", "X:") + "Origin: " + origin + "\r\n\r\n"))
                .isFalse();
    }
}
