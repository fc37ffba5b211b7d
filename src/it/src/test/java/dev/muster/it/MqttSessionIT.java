package dev.muster.it;

import static dev.muster.testkit.RawMqttDevice.V311;
import static dev.muster.testkit.RawMqttDevice.V5;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Await;
import dev.muster.testkit.MqttPacket;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.RawMqttDevice;
import dev.muster.testkit.Trust;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What is known of the sessions of devices: who is connected, since when, from where and how, and why a session ended. */
@OnBothDatabases
class MqttSessionIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Parameter
    Database database;

    private MusterServer server;
    private MqttFleet device;

    @BeforeEach
    void makeADevice() {
        server = database.server();
        device = MqttFleet.create(server);
    }

    @Test
    void theDeviceSaysWhetherItIsConnected() throws Exception {
        assertThat(device.session()).as("never connected").isNull();
        Instant before = Instant.now();
        try (RawMqttDevice connection = device.connect(server, V5)) {
            JsonObject session = Await.until(SOON, device::session, MqttSessionIT::isConnected);
            assertThat(session.keySet()).containsExactly("connected", "since", "source", "protocol", "transport");
            assertThat(Instant.parse(session.getString("since")))
                    .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
            assertThat(session.getString("source")).isEqualTo("127.0.0.1");
            assertThat(session.getString("protocol")).isEqualTo("MQTT 5");
            assertThat(session.getString("transport")).isEqualTo("TLS");
            connection.disconnect();
            JsonObject ended = ended("DISCONNECTED");
            assertThat(Instant.parse(ended.getString("endedAt")))
                    .isBetween(
                            Instant.parse(ended.getString("since")),
                            Instant.now().plusSeconds(1));
        }
        assertThat(device.fleet()
                        .organization()
                        .get(device.fleet().devicesPath())
                        .expect(200)
                        .items()
                        .getJsonObject(0)
                        .keySet())
                .as("lists are without sessions")
                .doesNotContain("session");
    }

    @Test
    void aConnectionThatBreaksOffEndsItsSession() throws Exception {
        device.connect(server, V311).close();
        assertThat(ended("CONNECTION_LOST").getString("protocol")).isEqualTo("MQTT 3.1.1");
    }

    @Test
    void aSessionOverWebSocketSaysSo() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(Trust.in(server.root())).build();
        WebSocket socket = client.newWebSocketBuilder()
                .subprotocols("mqtt")
                .buildAsync(
                        URI.create("wss://localhost:" + server.port("muster.mqtts-port")), new WebSocket.Listener() {})
                .join();
        byte[] connect = MqttPacket.connect(V5, device.key(), device.token(), 60);
        socket.sendBinary(ByteBuffer.wrap(connect), true).join();
        JsonObject session = Await.until(SOON, device::session, MqttSessionIT::isConnected);
        assertThat(session.getString("transport")).isEqualTo("WSS");
        socket.abort();
        ended("CONNECTION_LOST");
    }

    /** The shortest keep-alive is five seconds. */
    @Test
    void aSilentDeviceIsNotConnectedAnyMoreAndItsLastWillIsKept() throws Exception {
        try (RawMqttDevice connection = device.connect(server, V5, 5, "{\"data\":{\"gone\":1}}")) {
            long begin = System.nanoTime();
            assertThat(connection.read()).isEqualTo("e0 8d00");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofSeconds(7), SOON);
        }
        ended("KEEP_ALIVE_TIMEOUT");
        Await.until(SOON, device::latest, latest -> latest.contains("\"gone\""));
    }

    @Test
    void aDisconnectForgetsTheLastWill() throws Exception {
        try (RawMqttDevice connection = device.connect(server, V311, 60, "{\"data\":{\"gone\":1}}")) {
            connection.disconnect();
            ended("DISCONNECTED");
        }
        try (RawMqttDevice connection = device.connect(server, V311, 60, "{\"data\":{\"lost\":1}}")) {
            assertThat(connection.isAnswered()).isTrue();
            Await.until(SOON, device::session, MqttSessionIT::isConnected);
        }
        Await.until(SOON, device::latest, latest -> latest.contains("\"lost\""));
        assertThat(device.latest()).doesNotContain("\"gone\"");
    }

    @Test
    void aSecondConnectionTakesOver() throws Exception {
        try (RawMqttDevice first = device.connect(server, V5);
                RawMqttDevice second = device.connect(server, V311)) {
            assertThat(first.read()).isEqualTo("e0 8e00");
            Await.until(
                    SOON,
                    device::session,
                    session -> isConnected(session)
                            && session.getString("protocol").equals("MQTT 3.1.1"));
            assertThat(second.isAnswered()).isTrue();
        }
    }

    /** A device that is deleted has no session any more, and nothing else is disturbed by that. */
    @Test
    void aDeletedDeviceIsDisconnected() throws Exception {
        MqttFleet other = MqttFleet.create(server);
        try (RawMqttDevice connection = device.connect(server, V5)) {
            Await.until(SOON, device::session, MqttSessionIT::isConnected);
            device.fleet().organization().delete(device.path()).expect(204);
            assertThat(connection.read()).isEqualTo("e0 9800");
        }
        try (RawMqttDevice connection = other.connect(server, V5)) {
            assertThat(connection.isAnswered()).isTrue();
            Await.until(SOON, other::session, MqttSessionIT::isConnected);
        }
    }

    @Test
    void theSessionsOfThisServerAreAMetric() throws Exception {
        try (RawMqttDevice connection = device.connect(server, V5)) {
            Await.until(SOON, this::metric, sessions -> sessions >= 1);
            connection.disconnect();
        }
        Await.until(SOON, this::metric, sessions -> sessions == 0);
    }

    private double metric() {
        return server.administratorByToken()
                .get("/metrics")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith("muster_mqtt_sessions"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(-1);
    }

    private JsonObject ended(String reason) {
        JsonObject session = Await.until(SOON, device::session, seen -> seen != null && !isConnected(seen));
        assertThat(session.getString("endReason")).isEqualTo(reason);
        return session;
    }

    static boolean isConnected(JsonObject session) {
        return session != null && session.getBoolean("connected");
    }
}
