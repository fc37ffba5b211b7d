package dev.muster.mqtt.broker;

import static dev.muster.mqtt.broker.RawDevice.V5;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.mqtt.MqttLimits;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.mqtt.broker.TestServices.Sent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets that are too long, or not what they say they are, and a device that does not read: each costs little. */
@Timeout(60)
class PacketLimitsTest {

    private static final TestServices APPLICATION = new TestServices();

    /** Of the PUBLISH packet below, beside its payload: type, length, topic, packet id, no properties. */
    private static final int HEAD = 1 + 3 + 3 + 2 + 1;

    private static TestBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = new TestBroker(APPLICATION);
    }

    @AfterAll
    static void stop() throws Exception {
        broker.stop();
    }

    @Test
    void aPacketOfOneMebibyteIsTakenAndALongerOneIsNot() throws Exception {
        try (RawDevice device = connected(V5)) {
            for (int length : new int[] {MqttLimits.MAX_PACKET_BYTES - 1, MqttLimits.MAX_PACKET_BYTES}) {
                device.publish(V5, 1, 1, "t", "x".repeat(length - HEAD));
                sent().keep();
                assertThat(device.read()).isEqualTo("40 0001");
            }
            // its length alone is enough; more bytes could meet a closed connection
            device.send(HexFormat.of().parseHex("32fdff3f"));
            assertThat(device.read()).startsWith("e0 95");
        }
    }

    /**
     * The length of a packet of 256 MiB; a PUBLISH with a topic and one with properties that are longer than the packet; a PINGREQ,
     * a PUBACK and a DISCONNECT with more than they have; a length of five digits; an AUTH, a PINGRESP and a second CONNECT; a SUBSCRIBE
     * and an UNSUBSCRIBE of nothing; a PUBLISH with QoS 3, with packet id 0, and with a wildcard.
     */
    @ParameterizedTest
    @CsvSource({
        "30ffffff7f, 95",
        "32050040740001, 81",
        "320900017400010fffffff7f, 81",
        "c002c000, 81",
        "400600010000c000, 81",
        "e00400000000, 81",
        "30ffffffff01, 81",
        "f000, 82",
        "d000, 82",
        "100d00044d515454050200000000 00, 82",
        "8203000100, 82",
        "a203000100, 82",
        "360600017400010078, 81",
        "320600017400000078, 81",
        "320600012300010078, 81",
    })
    void whatIsNoPacketEndsTheSession(String bytes, String code) throws Exception {
        try (RawDevice device = connected(V5)) {
            device.send(HexFormat.of().parseHex(bytes.replace(" ", "")));
            assertThat(device.read()).startsWith("e0 " + code);
            assertThat(device.read()).isEmpty();
        }
    }

    /** The answer is that of the version (MQTT 3.1.1 section 3.2.2.3, MQTT 5.0 section 3.2.2.2). */
    @ParameterizedTest
    @CsvSource({
        "100e00064d51497364700302003c0000, 20 0002",
        "100c00044d5154540602003c0000, 20 0001",
        "100f00044d51545405c2003c0000000000c0, 20 008100",
        "101000044d51545405020 03c0321 0000 0000, 20 008200",
        "100f00044d5154540502003c000002c328, 20 008100",
        "100e00044d5154540402003c0002c328, ''",
        "100e00044d51545404020 03c00020041, ''",
        "100c00044d51545404000 03c0000, 20 0002",
    })
    void aConnectThatIsNotReadable(String bytes, String answer) throws Exception {
        try (RawDevice device = RawDevice.at(broker.port())) {
            device.send(HexFormat.of().parseHex(bytes.replace(" ", "")));
            assertThat(device.read()).isEqualTo(answer);
            assertThat(device.read()).isEmpty();
        }
    }

    /** Over a WebSocket (MQTT 5.0 section 6): the request, then frames with a mask of zeros. */
    @Test
    void aWebSocketHasTheSameRules() throws Exception {
        try (RawDevice device = RawDevice.at(broker.port())) {
            device.send(upgrade("Sec-WebSocket-Version: 13"));
            assertThat(device.line()).isEqualTo("HTTP/1.1 101 Switching Protocols");
            while (!device.line().isEmpty()) {
                // the rest of the head
            }
            device.send(HexFormat.of()
                    .parseHex(
                            "829900000000" + "1017" + "00044d51545405c2003c00" + "0000" + "00014b" + "00057269676874"));
            assertThat(device.read()).startsWith("82 20").contains("0000");
            device.send(HexFormat.of().parseHex("828200000000" + "f000"));
            assertThat(device.read()).startsWith("82 e0");
        }
        for (String fault : List.of("829a", "ff8000000000", "8202c000")) {
            try (RawDevice device = RawDevice.at(broker.port())) {
                device.send(upgrade("Sec-WebSocket-Version: 13"));
                while (!device.line().isEmpty()) {
                    // the head
                }
                device.send(HexFormat.of().parseHex(fault));
                device.end();
                while (!device.read().isEmpty()) {
                    // a frame that closes
                }
            }
        }
    }

    /** Each would be a stack trace in the log. */
    @ParameterizedTest
    @ValueSource(strings = {"Sec-WebSocket-Version: 8", "X: y", "X", " folded", "Sec-WebSocket-Version: 13\nX: y"})
    void anotherRequestOfHttpIsRefused(String field) throws Exception {
        try (RawDevice device = RawDevice.at(broker.port())) {
            device.send(upgrade(field));
            assertThat(device.read()).isEmpty();
        }
    }

    private static byte[] upgrade(String field) {
        return ("GET /mqtt HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: mqtt\r\n" + field
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The decoder would read it 60,000 times from its beginning. */
    @Test
    void aConnectThatComesByteByByteCostsNoMore() throws Exception {
        StringBuilder properties = new StringBuilder();
        int count = 12_000;
        properties.repeat("2600000000", count);
        String body = "00044d51545405c2003c" + digits(5 * count) + properties + "0000" + "00014b" + "00057269676874";
        byte[] packet = HexFormat.of().parseHex("10" + digits(body.length() / 2) + body);
        long begin = System.nanoTime();
        try (RawDevice device = RawDevice.at(broker.port())) {
            for (byte octet : packet) {
                device.send(new byte[] {octet});
            }
            assertThat(device.read()).startsWith("20 0000");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    /** The last packet would wait for ever until the device reads it. */
    @Test
    void theSessionOfADeviceThatDoesNotReadEnds() throws Exception {
        try (RawDevice device = connected(V5)) {
            device.subscribe(V5, 1, "e");
            assertThat(device.read()).startsWith("90 0001");
            fill(device);
            APPLICATION.sessions.of(TestServices.DEVICE).orElseThrow().end(0x98);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (APPLICATION.sessions.of(TestServices.DEVICE).isPresent()) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                LockSupport.parkNanos(50_000_000);
            }
        }
    }

    /** Until the server reads nothing more, because the device does not read the reasons. */
    private static void fill(RawDevice device) throws Exception {
        String payload = "x".repeat(2_000);
        Thread sender = Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; i < 200_000; i++) {
                    device.publish(V5, 0, 0, "t", payload);
                }
            } catch (IOException ended) {
                // as it should be
            }
        });
        for (Sent message = APPLICATION.sent.poll(2, TimeUnit.SECONDS);
                message != null;
                message = APPLICATION.sent.poll(2, TimeUnit.SECONDS)) {
            message.answer()
                    .completeExceptionally(new ProblemException(ProblemCode.QUOTA_REACHED, "Too many. ".repeat(200)));
        }
        assertThat(sender.isAlive()).isTrue();
    }

    private static String digits(int length) {
        StringBuilder digits = new StringBuilder();
        int rest = length;
        do {
            int digit = rest & 127;
            rest >>= 7;
            digits.append("%02x".formatted(rest > 0 ? digit | 128 : digit));
        } while (rest > 0);
        return digits.toString();
    }

    private static RawDevice connected(int version) throws IOException {
        RawDevice device = RawDevice.at(broker.port()).connect(version, "K", "right");
        assertThat(device.read()).startsWith("20 0000");
        return device;
    }

    private static Sent sent() throws InterruptedException {
        Sent message = APPLICATION.sent.poll(10, TimeUnit.SECONDS);
        assertThat(message).isNotNull();
        return message;
    }

    /** A topic that is longer than the decoder reads is not the device's. */
    @Test
    void aWillWithALongTopicIsRefused() throws Exception {
        String topic = "74".repeat(40_000);
        String body = "00044d51545404c6003c0000" + "9c40" + topic + "0001" + "78" + "00014b" + "00057269676874";
        try (RawDevice device = RawDevice.at(broker.port())) {
            device.send(HexFormat.of().parseHex("10" + digits(body.length() / 2) + body));
            assertThat(device.read()).isEqualTo("20 0005");
        }
    }
}
