package dev.muster.mqtt.broker;

import static dev.muster.mqtt.broker.RawDevice.V5;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.telemetry.TelemetryError;
import dev.muster.domain.telemetry.TelemetryFault;
import dev.muster.domain.telemetry.TelemetryRefusal;
import dev.muster.mqtt.broker.TestServices.Sent;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client of MQTT 5 gets no packet that is longer than its Maximum Packet Size (MQTT 5.0 section 3.1.2.11.4). */
@Timeout(60)
class MaximumPacketSizeTest {

    private static final TestServices APPLICATION = new TestServices();

    /** Of the CONNACK for a device that has sent a client id, with the limits in it. */
    private static final int CONNACK = 31;

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
    void aDeviceThatCannotReceiveTheConnackIsRefused() throws Exception {
        try (RawDevice device = connect(CONNACK, "K", "right")) {
            assertThat(device.read()).startsWith("20 0000");
        }
        try (RawDevice device = connect(CONNACK - 1, "K", "right")) {
            assertThat(device.read()).isEqualTo("20 009500");
            assertThat(device.read()).isEmpty();
        }
        try (RawDevice device = connect(4, "K", "right")) {
            assertThat(device.read()).isEmpty();
        }
    }

    @Test
    void aRefusedConnackHasOnlyItsReason() throws Exception {
        try (RawDevice device = connect(40, "K", "wrong")) {
            assertThat(device.read()).isEqualTo("20 008617" + "220000" + "2500" + "1f000f" + hex("unauthenticated"));
            assertThat(device.read()).isEmpty();
        }
    }

    @Test
    void aPubackWithoutItsReasonStringAndNoProblemDocument() throws Exception {
        try (RawDevice device = connect(40, "K", "right")) {
            assertThat(device.read()).startsWith("20 0000");
            device.subscribe(V5, 3, "e");
            assertThat(device.read()).isEqualTo("90 00030000");
            device.publish(V5, 1, 1, "t", "x");
            sent().answer().completeExceptionally(new ProblemException(ProblemCode.QUOTA_REACHED, "Too many."));
            assertThat(device.read()).isEqualTo("40 000197" + "10" + "1f000d" + hex("quota-reached"));
            device.publish(V5, 1, 2, "t", "x");
            sent().answer().completeExceptionally(refusal("k".repeat(40)));
            assertThat(device.read()).isEqualTo("40 00029900");
        }
    }

    private static TelemetryRefusal refusal(String key) {
        return new TelemetryRefusal(List.of(new TelemetryError(0, key, TelemetryFault.OUT_OF_RANGE)));
    }

    /** Otherwise it would wait for its credentials for ever. */
    @Test
    void theSessionOfADeviceThatCannotReceiveTheAnswerToItsProofEnds() throws Exception {
        try (RawDevice device = connect(1_000, TestServices.FIRST, "right")) {
            assertThat(device.read()).startsWith("20 0000");
            device.subscribe(V5, 1, "provision/response");
            assertThat(device.read()).isEqualTo("90 00010000");
            assertThat(device.read()).startsWith("30 ").endsWith(hex(TestServices.RESPONSE));
        }
        try (RawDevice device = connect(100, TestServices.FIRST, "right")) {
            assertThat(device.read()).startsWith("20 0000");
            device.subscribe(V5, 1, "provision/response");
            assertThat(device.read()).isEqualTo("90 00010000");
            assertThat(device.read()).startsWith("e0 95");
            assertThat(device.read()).isEmpty();
        }
    }

    @Test
    void anAnswerThatMayNotBeLeftOutEndsTheSession() throws Exception {
        try (RawDevice device = connect(40, "K", "right")) {
            assertThat(device.read()).startsWith("20 0000");
            device.subscribe(V5, 1, Collections.nCopies(36, "x").toArray(String[]::new));
            assertThat(device.read()).startsWith("e0 95");
            assertThat(device.read()).isEmpty();
        }
    }

    private static RawDevice connect(int maximum, String user, String password) throws Exception {
        String properties = "27%08x".formatted(maximum);
        return RawDevice.at(broker.port())
                .packet(
                        0x10,
                        HexFormat.of()
                                .parseHex("0004" + hex("MQTT") + "05" + "c2" + "003c" + "05" + properties + text("id")
                                        + text(user) + text(password)));
    }

    private static String text(String text) {
        return "%04x%s".formatted(text.length(), hex(text));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Sent sent() throws InterruptedException {
        Sent message = APPLICATION.sent.poll(10, TimeUnit.SECONDS);
        assertThat(message).isNotNull();
        return message;
    }
}
