package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Devices that speak MQTT: how they connect, what they may send, and when their sessions end. */
@OnBothDatabases
class MqttIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Parameter
    Database database;

    @TempDir
    Path directory;

    private MusterServer server;
    private Fleet fleet;
    private JsonObject device;

    @BeforeEach
    void makeADevice() {
        server = database.server();
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 3));
        device = SimulatedDevice.request(server.nobody(), Proof.fresh(fleet.newCertificate(), ImportFile.imei(1)))
                .expect(201)
                .json();
    }

    @Test
    void anAcknowledgedMessageIsInTheDatabase() throws Exception {
        try (MqttClient client = paho()) {
            client.publish("t", json("{\"data\":{\"a\":1}}"), 1, false);
            assertThat(latest()).contains("\"a\"");
            client.publish(
                    "/device/" + key() + "/telemetry", json("[{\"data\":{\"b\":1}},{\"data\":{\"c\":1}}]"), 1, false);
            assertThat(latest()).contains("\"b\"", "\"c\"");
            client.disconnect();
        }
        Mqtt5BlockingClient five = five(token());
        five.connect();
        assertThat(publish(five, "t", "{\"data\":{\"d\":1}}")).isEmpty();
        assertThat(latest()).contains("\"d\"");
        five.disconnect();
    }

    @Test
    void wrongCredentialsAreRefusedWithTheReason() {
        assertThatThrownBy(() -> MqttDevice.connect(server, MqttDevice.withoutCertificate(server), "", key(), "wrong"))
                .isInstanceOfSatisfying(
                        MqttException.class,
                        refused -> assertThat(refused.getReasonCode()).isEqualTo(4));
        var refusal = catchThrowableOfType(
                Mqtt5ConnAckException.class, () -> five("wrong").connect());
        assertThat(refusal.getMqttMessage().getReasonCode())
                .isEqualTo(Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD);
        assertThat(refusal.getMqttMessage().getReasonString().orElseThrow().toString())
                .isEqualTo("unauthenticated");
        assertThat(refusal.getMqttMessage().getUserProperties().asList())
                .extracting(property -> property.getName().toString())
                .contains("instance", "serverTime");
    }

    @Test
    void aMessageThatIsRefusedSaysWhyAndTheSessionGoesOn() throws Exception {
        Mqtt5BlockingClient five = five(token());
        five.connect();
        var refusal = (Mqtt5PubAckException)
                publish(five, "t", "{\"data\":{\"a\":[]}}").orElseThrow();
        assertThat(refusal.getMqttMessage().getReasonCode()).isEqualTo(Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID);
        assertThat(refusal.getMqttMessage().getReasonString()).isPresent();
        assertThat(publish(five, "t", "{\"data\":{\"a\":1}}")).isEmpty();
        five.disconnect();

        BlockingQueue<String> errors = new LinkedBlockingQueue<>();
        try (MqttClient client = paho()) {
            client.subscribe(
                    "e", 1, (topic, message) -> errors.add(new String(message.getPayload(), StandardCharsets.UTF_8)));
            client.publish("t", json("{\"data\":{\"a\":[]}}"), 1, false);
            assertThat(errors.poll(SOON.toSeconds(), TimeUnit.SECONDS)).contains("invalid-telemetry", "errors");
            client.disconnect();
        }
    }

    @Test
    void foreignTopicsAreRefused() {
        Mqtt5BlockingClient five = five(token());
        five.connect();
        var refusal = (Mqtt5PubAckException)
                publish(five, "/device/other/telemetry", "{\"data\":{\"a\":1}}").orElseThrow();
        assertThat(refusal.getMqttMessage().getReasonCode()).isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED);
        assertThatThrownBy(() -> five.subscribeWith()
                        .topicFilter("#")
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .send())
                .isInstanceOf(Mqtt5SubAckException.class);
        assertThat(publish(five, "t", "{\"data\":{\"a\":1}}")).isEmpty();
        five.disconnect();
    }

    @Test
    void aCertificateCreatesItsDeviceAndItsFirstMessageIsKept() throws Exception {
        CertifiedDevice own = DeviceCa.create(fleet, directory).device(ImportFile.imei(2));
        try (MqttClient client = MqttDevice.connect(
                server, TlsDevice.context(server, own.key(), own.certificate()), "any", null, null)) {
            client.publish("t", json("{\"data\":{\"first\":1}}"), 1, false);
            client.disconnect();
        }
        String id = fleet.organization()
                .get(fleet.devicesPath() + "?search=" + ImportFile.imei(2))
                .expect(200)
                .items()
                .getJsonObject(0)
                .getString("id");
        assertThat(fleet.organization()
                        .get(fleet.devicesPath() + "/" + id + "/telemetry/latest")
                        .expect(200)
                        .body())
                .contains("\"first\"");
    }

    @Test
    void aFirstProofMakesTheDeviceAndItReportsAtOnce() throws Exception {
        Proof proof = Proof.fresh(fleet.newCertificate(), ImportFile.imei(3));
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        String user = "provision/" + proof.certificate().accessKey();
        try (MqttClient client =
                MqttDevice.connect(server, MqttDevice.withoutCertificate(server), "", user, proof.compact())) {
            client.subscribe(
                    "provision/response",
                    1,
                    (topic, message) -> answers.add(new String(message.getPayload(), StandardCharsets.UTF_8)));
            JsonObject answer = read(answers.poll(SOON.toSeconds(), TimeUnit.SECONDS));
            assertThat(answer.keySet()).isEqualTo(device.keySet());
            JsonObject credentials = answer.getJsonObject("credentials");
            client.publish(
                    "/device/" + credentials.getString("accessKey") + "/telemetry",
                    json("{\"data\":{\"p\":1}}"),
                    1,
                    false);
            server.nobody()
                    .basic(credentials.getString("accessKey"), credentials.getString("accessToken"))
                    .get("/api/v1/device")
                    .expect(200);
            client.disconnect();
        }
        var again = catchThrowableOfType(
                Mqtt5ConnAckException.class,
                () -> MqttDevice.version5(server, "", user, proof.compact()).connect());
        assertThat(again.getMqttMessage().getReasonCode()).isEqualTo(Mqtt5ConnAckReasonCode.NOT_AUTHORIZED);
        assertThat(again.getMqttMessage().getReasonString().orElseThrow().toString())
                .isEqualTo("replayed-proof");
    }

    @Test
    void aSecondConnectionTakesOver() throws Exception {
        try (MqttClient first = paho();
                MqttClient second = paho()) {
            Await.until(SOON, first::isConnected, connected -> !connected);
            second.publish("t", json("{\"data\":{\"a\":1}}"), 1, false);
            second.disconnect();
        }
    }

    @Test
    void aSuspensionEndsASessionWithinASecond() throws Exception {
        try (MqttClient client = paho()) {
            client.publish("t", json("{\"data\":{\"a\":1}}"), 1, false);
            fleet.organization()
                    .post(fleet.devicesPath() + "/" + device.getString("deviceId") + "/suspend", "")
                    .expect(200);
            long since = System.nanoTime();
            Await.until(SOON, client::isConnected, connected -> !connected);
            System.out.printf(
                    "session ended after %d ms%n",
                    Duration.ofNanos(System.nanoTime() - since).toMillis());
        }
        var refusal = catchThrowableOfType(
                Mqtt5ConnAckException.class, () -> five(token()).connect());
        assertThat(refusal.getMqttMessage().getReasonString().orElseThrow().toString())
                .isEqualTo("credentials-suspended");
    }

    @Test
    void newCredentialsEndTheSessionOfTheOldOnes() throws Exception {
        try (MqttClient client = paho()) {
            client.publish("t", json("{\"data\":{\"a\":1}}"), 1, false);
            fleet.organization()
                    .post(fleet.devicesPath() + "/" + device.getString("deviceId") + "/credentials", "")
                    .expect(200);
            Await.until(SOON, client::isConnected, connected -> !connected);
        }
    }

    private MqttClient paho() throws MqttException {
        return MqttDevice.connect(
                server, MqttDevice.withoutCertificate(server), device.getString("deviceId"), key(), token());
    }

    private Mqtt5BlockingClient five(String token) {
        return MqttDevice.version5(server, "", key(), token);
    }

    /** Publishes with QoS 1. Returns why the message was refused; empty if it was acknowledged. */
    private static Optional<Throwable> publish(Mqtt5BlockingClient client, String topic, String body) {
        return client.toAsync()
                .publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(json(body))
                .send()
                .handle((result, failure) -> failure == null ? result.getError() : Optional.of(cause(failure)))
                .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private String latest() {
        return fleet.organization()
                .get(fleet.devicesPath() + "/" + device.getString("deviceId") + "/telemetry/latest")
                .expect(200)
                .body();
    }

    private String key() {
        return device.getJsonObject("credentials").getString("accessKey");
    }

    private String token() {
        return device.getJsonObject("credentials").getString("accessToken");
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject read(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
