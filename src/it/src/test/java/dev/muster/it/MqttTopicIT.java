package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MqttPacket;
import dev.muster.testkit.MqttWire;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a device may publish and subscribe, how much, and how long it may do nothing. */
class MqttTopicIT {

    private static final int V5 = MqttPacket.V5;
    private static final int V311 = MqttPacket.V311;
    private static final int QOS_1 = 2;
    private static final int RETAIN = 1;
    private static final int WILL = 4;
    private static final String MESSAGE = "{\"data\":{\"a\":1}}";
    private static final int MEBIBYTE = 1 << 20;

    /** Of a device that has half of a connection, with the default of {@code muster.handshake-seconds}. */
    private static final int HALF_SECONDS = 30;

    private final MusterServer server = Database.POSTGRESQL.server();

    private Fleet fleet;
    private Certificate certificate;
    private JsonObject own;
    private JsonObject other;
    private JsonObject foreign;

    @BeforeEach
    void makeTenants() {
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 2));
        certificate = fleet.newCertificate();
        own = provision(certificate, 1);
        other = provision(certificate, 2);
        Fleet stranger = Fleet.create(server);
        stranger.enroll(ImportFile.of(1, 1));
        foreign = provision(stranger.newCertificate(), 1);
    }

    private List<String> foreignTopics() {
        List<String> topics = new ArrayList<>(List.of(
                "T",
                "t/",
                "/t",
                "tt",
                " t",
                "$SYS",
                "$SYS/broker/version",
                "$share/g/t",
                "$share/muster",
                "provision/response"));
        topics.add("/device/" + key(own) + "/telemetry/");
        topics.add("device/" + key(own) + "/telemetry");
        topics.add("/device/" + key(own) + "/Telemetry");
        topics.add("/device/" + own.getString("deviceId") + "/telemetry");
        for (JsonObject device : List.of(other, foreign)) {
            for (String what : List.of("telemetry", "errors", "commands")) {
                topics.add("/device/" + key(device) + "/" + what);
                topics.add("/device/" + device.getString("deviceId") + "/" + what);
            }
        }
        return topics;
    }

    @Test
    void foreignTopicsAreRefusedAndTheSessionGoesOn() throws Exception {
        List<String> filters = foreignTopics();
        filters.addAll(List.of("#", "+", "/#", "/device/#", "/device/+/errors", "$SYS/#", "$share/g/#", "$share/g/e"));
        filters.add("/device/" + key(own) + "/+");
        try (MqttWire wire = connected(V5);
                MqttWire neighbour = connected(V5, other)) {
            neighbour.send(MqttPacket.subscribe(V5, 1, "e"));
            assertThat(neighbour.next().code()).isZero();
            for (String topic : foreignTopics()) {
                wire.send(MqttPacket.publish(V5, QOS_1, 7, topic, MESSAGE));
                assertThat(wire.next().toString()).as(topic).startsWith("40 000787");
            }
            for (String filter : filters) {
                wire.send(MqttPacket.subscribe(V5, 8, filter));
                assertThat(wire.next().toString()).as(filter).isEqualTo("90 00080087");
                wire.send(MqttPacket.unsubscribe(V5, 9, filter));
                assertThat(wire.next().toString()).as(filter).isEqualTo("b0 00090011");
            }
            wire.send(MqttPacket.publish(V5, QOS_1, 10, "t", "{"));
            assertThat(wire.next().code()).isEqualTo(0x99);
            wire.send(MqttPacket.publish(V5, QOS_1, 11, "/device/" + key(own) + "/telemetry", MESSAGE));
            assertThat(wire.next().code()).isZero();
            neighbour.patience(300);
            assertSilent(neighbour);
        }
        assertThat(KeptTelemetry.of(fleet, own.getString("deviceId")).values("a"))
                .containsExactly(1);
        assertThat(KeptTelemetry.of(fleet, other.getString("deviceId")).values("a"))
                .isEmpty();
    }

    @Test
    void mqtt311CannotRefuseAMessageSoItsConnectionEnds() throws Exception {
        for (String topic : foreignTopics()) {
            try (MqttWire wire = connected(V311)) {
                wire.send(MqttPacket.subscribe(V311, 1, topic, "#", "$SYS/#"));
                assertThat(wire.next().toString()).isEqualTo("90 0001808080");
                wire.send(MqttPacket.publish(V311, QOS_1, 2, topic, MESSAGE));
                assertThat(wire.read()).as(topic).isEmpty();
            }
        }
        assertThat(KeptTelemetry.of(fleet, own.getString("deviceId")).values("a"))
                .isEmpty();
    }

    @Test
    void nothingIsRetained() throws Exception {
        try (MqttWire five = connected(V5)) {
            five.send(MqttPacket.publish(V5, QOS_1 | RETAIN, 1, "t", MESSAGE));
            assertThat(five.next().toString()).startsWith("e0 9a");
            assertThat(five.read()).isEmpty();
        }
        try (MqttWire old = connected(V311)) {
            old.send(MqttPacket.publish(V311, QOS_1 | RETAIN, 1, "t", MESSAGE));
            assertThat(old.next().type()).isEqualTo(MqttPacket.PUBACK);
        }
        try (MqttWire next = connected(V311)) {
            next.send(MqttPacket.subscribe(V311, 1, "e", "t"));
            assertThat(next.next().toString()).isEqualTo("90 00010080");
            next.patience(300);
            assertSilent(next);
        }
    }

    @Test
    void aLastWillGoesOnlyToTheDevicesOwnTelemetry() throws Exception {
        for (String topic : foreignTopics()) {
            assertThat(answerToWill(V5, topic, WILL).toString()).as(topic).startsWith("20 0087");
            assertThat(answerToWill(V311, topic, WILL).toString()).as(topic).isEqualTo("20 0005");
        }
        assertThat(answerToWill(V5, "t", WILL | 0x20).code()).isEqualTo(0x9A);
        assertThat(answerToWill(V5, "t", WILL | 0x10).code()).isEqualTo(0x9B);
        assertThat(answerToWill(V311, "t", WILL).code()).isZero();
        KeptTelemetry kept = KeptTelemetry.of(fleet, own.getString("deviceId"));
        Await.until(Duration.ofSeconds(20), () -> kept.values("a"), List.of(1)::equals);
        assertThat(KeptTelemetry.of(fleet, other.getString("deviceId")).values("a"))
                .isEmpty();
    }

    private MqttPacket answerToWill(int version, String topic, int flags) throws IOException {
        try (MqttWire wire = MqttWire.tls(server)) {
            return wire.send(MqttPacket.connectWithWill(version, key(own), token(own), 60, topic, MESSAGE, flags))
                    .next();
        }
    }

    @Test
    void aPacketHasAtMostOneMebibyte() throws Exception {
        for (int version : new int[] {V5, V311}) {
            try (MqttWire wire = connected(version)) {
                for (int size : new int[] {MEBIBYTE - 1, MEBIBYTE}) {
                    wire.send(padded(version, size));
                    assertThat(wire.next().toString()).isEqualTo("40 0001");
                }
                // its length is at its beginning; more bytes could meet a closed connection
                wire.send(Arrays.copyOf(padded(version, MEBIBYTE + 1), 1_000));
                if (version == V5) {
                    wire.read().ifPresent(end -> assertThat(end.toString()).startsWith("e0 95"));
                }
                assertThat(wire.read()).isEmpty();
            }
        }
        assertThat(KeptTelemetry.of(fleet, own.getString("deviceId")).values("a"))
                .hasSize(4);
    }

    /** A message with blanks behind it, so that the packet has this size. */
    private static byte[] padded(int version, int size) {
        String half = " ".repeat(MEBIBYTE / 2);
        int missing = size - MqttPacket.publish(version, QOS_1, 1, "t", MESSAGE + half).length;
        byte[] packet = MqttPacket.publish(version, QOS_1, 1, "t", MESSAGE + half + " ".repeat(missing));
        assertThat(packet).hasSize(size);
        return packet;
    }

    /** It wants to know why its messages are refused, and never reads it. */
    @Test
    void aDeviceThatDoesNotReadEndsBySilence() throws Exception {
        try (SteadyReports neighbour = SteadyReports.of(server, other);
                MqttWire slow = MqttWire.tls(server)) {
            slow.send(MqttPacket.connect(V5, key(own), token(own), 5));
            assertThat(slow.next().code()).isZero();
            slow.send(MqttPacket.subscribe(V5, 1, "/device/" + key(own) + "/errors"));
            assertThat(slow.next().code()).isZero();
            String bad = "[" + "{\"data\":{\"a\":[]}},".repeat(200) + "{\"data\":{\"a\":[]}}]";
            byte[] refused = MqttPacket.publish(V5, 0, 0, "t", bad);
            CompletableFuture<Integer> flood = CompletableFuture.supplyAsync(() -> untilTheEnd(slow, refused));
            int sent = flood.get(90, TimeUnit.SECONDS);
            System.out.printf("a device that does not read could send %d refused messages%n", sent);
            assertThat(neighbour.stop()).isGreaterThan(100);
            assertThat(neighbour.slowestMillis()).isLessThan(20_000);
        }
        try (MqttWire again = connected(V5)) {
            again.send(MqttPacket.publish(V5, QOS_1, 1, "t", MESSAGE));
            assertThat(again.next().code()).isZero();
        }
    }

    private static int untilTheEnd(MqttWire wire, byte[] packet) {
        for (int sent = 0; ; sent++) {
            try {
                wire.send(packet);
            } catch (IOException ended) {
                return sent;
            }
        }
    }

    /** Nothing of TLS, nothing of MQTT, half of a CONNECT, and a CONNECT that comes byte by byte. */
    @Test
    void halfAConnectionEndsByItself() throws Exception {
        byte[] connect = MqttPacket.connect(V5, "", key(own), token(own).getBytes());
        ServerLog log = ServerLog.of(server);
        long begin = System.nanoTime();
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        ends.add(end(MqttWire.silent(server)));
        ends.add(end(MqttWire.silent(server).send(new byte[] {0x16, 3, 1, 2, 0, 1})));
        ends.add(end(MqttWire.tls(server)));
        ends.add(end(MqttWire.tls(server).send(Arrays.copyOf(connect, connect.length - 1))));
        MqttWire slow = MqttWire.tls(server);
        ends.add(end(slow));
        for (byte octet : connect) {
            try {
                slow.send(new byte[] {octet});
            } catch (IOException ended) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(2_000L * HALF_SECONDS / connect.length);
        }
        for (CompletableFuture<Void> end : ends) {
            end.get(HALF_SECONDS, TimeUnit.SECONDS);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2 * HALF_SECONDS));
        try (MqttWire quick = connected(V5)) {
            quick.end();
            assertThat(quick.read()).isEmpty();
        }
        for (int i = 0; i < 20; i++) {
            try (MqttWire gone = MqttWire.tls(server)) {
                gone.send(connect).end();
                Await.until(Duration.ofSeconds(20), () -> isEnded(gone), ended -> ended);
            }
        }
        assertThat(log.lines()).noneMatch(line -> line.startsWith("\tat "));
    }

    private static boolean isEnded(MqttWire wire) {
        try {
            return wire.read().isEmpty();
        } catch (IOException silence) {
            return false;
        }
    }

    private static CompletableFuture<Void> end(MqttWire wire) {
        return CompletableFuture.runAsync(() -> {
            try (wire) {
                wire.patience(2_000 * HALF_SECONDS);
                assertThat(wire.read()).isEmpty();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void assertSilent(MqttWire wire) throws IOException {
        try {
            throw new AssertionError("there is " + wire.read());
        } catch (SocketTimeoutException silence) {
            // as it should be
        }
    }

    private MqttWire connected(int version) throws IOException {
        return connected(version, own);
    }

    private MqttWire connected(int version, JsonObject device) throws IOException {
        MqttWire wire = MqttWire.tls(server);
        wire.send(MqttPacket.connect(version, "", key(device), token(device).getBytes()));
        assertThat(wire.next().code()).isZero();
        return wire;
    }

    private JsonObject provision(Certificate by, int serial) {
        return SimulatedDevice.request(server.nobody(), Proof.fresh(by, ImportFile.imei(serial)))
                .expect(201)
                .json();
    }

    private static String key(JsonObject device) {
        return device.getJsonObject("credentials").getString("accessKey");
    }

    private static String token(JsonObject device) {
        return device.getJsonObject("credentials").getString("accessToken");
    }
}
