package dev.muster.mqtt.broker;

import static dev.muster.mqtt.broker.RawDevice.V311;
import static dev.muster.mqtt.broker.RawDevice.V5;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.mqtt.broker.TestServices.Sent;
import dev.muster.mqtt.channel.ConnectionGuard;
import dev.muster.mqtt.channel.DeviceHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real broker without the application: what is on the wire. */
class DevicePipelineTest {

    private static final TestServices APPLICATION = new TestServices();

    private static TestBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = new TestBroker(APPLICATION);
    }

    @AfterAll
    static void stop() throws Exception {
        broker.stop();
    }

    /** A new version of Artemis may name or order them differently. */
    @Test
    void ourHandlerStandsBetweenTheDecoderAndTheBroker() throws Exception {
        try (RawDevice device = connected(V311)) {
            device.packet(0xC0, new byte[0]);
            assertThat(device.read()).isEqualTo("d0 ");
            List<String> names = broker.pipelines().getFirst().names();
            assertThat(names).contains(ConnectionGuard.NAME);
            int ours = names.indexOf(DeviceHandler.NAME);
            assertThat(names.get(ours - 1)).isEqualTo(DevicePipeline.DECODER);
            assertThat(names.get(ours + 1)).startsWith("MQTTProtocolHandler");
        }
    }

    @Test
    void theConnackAnnouncesTheLimits() throws Exception {
        try (RawDevice device = RawDevice.at(broker.port()).connect(V5, "K", "right")) {
            assertThat(device.read())
                    .startsWith("20 0000")
                    .contains("2100" + "20") // receive maximum 32
                    .contains("2401") // maximum QoS 1
                    .contains("2500") // no retained messages
                    .contains("2700100000") // packets of 1 MiB
                    .contains("120024" + hex(TestServices.DEVICE.toString())); // assigned client id
        }
    }

    @Test
    void aRefusalSaysWhy() throws Exception {
        try (RawDevice device = RawDevice.at(broker.port()).connect(V5, "K", "wrong")) {
            assertThat(device.read())
                    .startsWith("20 0086")
                    .contains(
                            hex("unauthenticated"),
                            hex("instance"),
                            hex("serverTime"),
                            hex("nonce"),
                            hex("retryAfter"));
            assertThat(device.read()).isEmpty();
        }
        try (RawDevice device = RawDevice.at(broker.port()).connect(V311, "K", "wrong")) {
            assertThat(device.read()).isEqualTo("20 0004");
            assertThat(device.read()).isEmpty();
        }
    }

    @Test
    void messagesAreAcknowledgedInTheirOrderAfterTheyAreKept() throws Exception {
        try (RawDevice device = connected(V311)) {
            device.publish(V311, 1, 7, "t", "one").publish(V311, 1, 8, "/device/K/telemetry", "two");
            Sent one = sent();
            Sent two = sent();
            assertThat(one.body()).isEqualTo("one");
            two.keep();
            device.packet(0xC0, new byte[0]);
            assertThat(device.read()).isEqualTo("d0 "); // the ping's answer, and no PUBACK before it
            one.keep();
            assertThat(device.read()).isEqualTo("40 0007");
            assertThat(device.read()).isEqualTo("40 0008");
        }
    }

    /** MQTT 5.0 section 4.6: also if a message is refused as soon as it comes. */
    @Test
    void aMessageForAnotherTopicIsAnsweredInItsTurn() throws Exception {
        try (RawDevice device = connected(V5)) {
            device.publish(V5, 1, 7, "t", "one")
                    .publish(V5, 1, 8, "/device/L/telemetry", "x")
                    .publish(V5, 1, 9, "t", "two");
            Sent one = sent();
            sent().keep();
            device.packet(0xC0, new byte[0]);
            assertThat(device.read()).isEqualTo("d0 ");
            one.keep();
            assertThat(device.read()).isEqualTo("40 0007");
            assertThat(device.read()).startsWith("40 000887");
            assertThat(device.read()).isEqualTo("40 0009");
        }
    }

    @Test
    void aRefusedMessageHasItsReasonAndTheSessionGoesOn() throws Exception {
        try (RawDevice device = connected(V5)) {
            device.subscribe(V5, 3, "e", "#", "/device/L/errors");
            assertThat(device.read()).isEqualTo("90 000300008787");
            device.publish(V5, 1, 1, "t", "x");
            sent().answer().completeExceptionally(new ProblemException(ProblemCode.QUOTA_REACHED, "Too many."));
            assertThat(device.read()).startsWith("30 000165").contains(hex("\"code\":\"quota-reached\""));
            assertThat(device.read()).startsWith("40 000197").contains(hex("quota-reached"));
            device.publish(V5, 1, 2, "t", "y");
            sent().keep();
            assertThat(device.read()).startsWith("40 0002");
        }
    }

    @Test
    void anotherTopicIsRefused() throws Exception {
        try (RawDevice device = connected(V5)) {
            device.publish(V5, 1, 5, "/device/L/telemetry", "x");
            assertThat(device.read()).startsWith("40 000587");
        }
        try (RawDevice device = connected(V311)) {
            device.publish(V311, 1, 5, "$SYS/x", "x");
            assertThat(device.read()).isEmpty();
        }
    }

    @Test
    void endedCredentialsEndTheSession() throws Exception {
        try (RawDevice device = connected(V5)) {
            device.publish(V5, 1, 1, "t", "x");
            sent().answer()
                    .completeExceptionally(new ProblemException(ProblemCode.CREDENTIALS_SUSPENDED, "Suspended."));
            assertThat(device.read()).startsWith("40 000187");
            assertThat(device.read()).startsWith("e0 98");
            assertThat(device.read()).isEmpty();
        }
    }

    @Test
    void aSecondConnectionTakesOver() throws Exception {
        try (RawDevice first = connected(V5);
                RawDevice second = connected(V311)) {
            assertThat(first.read()).startsWith("e0 8e");
            assertThat(first.read()).isEmpty();
            second.packet(0xC0, new byte[0]);
            assertThat(second.read()).isEqualTo("d0 ");
            assertThat(APPLICATION.sessions.of(TestServices.DEVICE)).isPresent();
        }
    }

    /** They are more than may wait for their answers, and the last will is not sent. */
    @Test
    void whatADeviceSendsBeforeItGoesIsTaken() throws Exception {
        int messages = 100;
        try (RawDevice device = connected(V311)) {
            for (int i = 0; i < messages; i++) {
                device.publish(V311, 0, 0, "t", "m" + i);
            }
            device.packet(0xE0, new byte[0]);
        }
        for (int i = 0; i < messages; i++) {
            Sent message = sent();
            assertThat(message.body()).isEqualTo("m" + i);
            message.keep();
        }
    }

    @Test
    void theLastWillOfABrokenConnectionIsAMessage() throws Exception {
        try (RawDevice device = RawDevice.at(broker.port())) {
            String willTopic = "000174";
            String will = "0003" + hex("bye");
            String body = "0004" + hex("MQTT") + "04" + "c6" + "003c" + "0000" + willTopic + will + "0001" + hex("K")
                    + "0005" + hex("right");
            device.packet(0x10, HexFormat.of().parseHex(body));
            assertThat(device.read()).startsWith("20 0000");
        }
        Sent will = sent();
        assertThat(will.body()).isEqualTo("bye");
        will.keep();
    }

    @Test
    void qosTwoEndsTheConnection() throws Exception {
        try (RawDevice device = connected(V5)) {
            device.publish(V5, 2, 1, "t", "x");
            assertThat(device.read()).startsWith("e0 9b");
            assertThat(device.read()).isEmpty();
        }
    }

    /** No CONNECT, one of a length of 256 MiB, an unknown version, a PUBLISH first, a CONNECT cut short. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000",
                "10ffffff7f00044d515454",
                "100c00044d5154540902003c0000",
                "300300017478",
                "100a00044d51545404c2003c"
            })
    void malformedPacketsCloseOnlyTheirConnection(String bytes) throws Exception {
        try (RawDevice other = connected(V311);
                RawDevice device = RawDevice.at(broker.port())) {
            device.send(HexFormat.of().parseHex(bytes));
            device.send(new byte[2_000]);
            String answer = device.read();
            assertThat(answer).isIn("", "20 0001");
            other.packet(0xC0, new byte[0]);
            assertThat(other.read()).isEqualTo("d0 ");
        } catch (java.net.SocketException reset) {
            assertThat(reset).hasMessageMatching("(?i).*(reset|broken pipe|abort).*");
        }
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

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
