package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Commands: an organization queues them, and a device gets them over MQTT until it acknowledges them. */
@OnBothDatabases
class CommandIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Parameter
    Database database;

    private MusterServer server;
    private Fleet fleet;
    private JsonObject device;
    private final BlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();

    @BeforeEach
    void makeADevice() {
        server = database.server();
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 2));
        device = SimulatedDevice.request(server.nobody(), Proof.fresh(fleet.newCertificate(), ImportFile.imei(1)))
                .expect(201)
                .json();
    }

    @Test
    void aConnectedDeviceGetsACommandAtOnce() throws Exception {
        try (MqttClient client = connected()) {
            subscribe(client);
            send("{\"warm\":\"up\"}");
            next();
            long since = System.nanoTime();
            JsonObject sent = send("{\"interval\":60,\"names\":[\"ü\"]}");
            JsonObject got = next();
            System.out.printf(
                    "a command came after %d ms%n",
                    Duration.ofNanos(System.nanoTime() - since).toMillis());
            assertThat(got.getJsonObject("data")).isEqualTo(read("{\"interval\":60,\"names\":[\"ü\"]}"));
            assertThat(got.getString("id")).isEqualTo(sent.getString("id"));
            assertThat(Instant.parse(got.getString("createdAt"))).isEqualTo(Instant.parse(sent.getString("createdAt")));
            assertThat(Instant.parse(got.getString("expiresAt")))
                    .isEqualTo(Instant.parse(sent.getString("createdAt")).plus(Duration.ofDays(1)));
            awaitState(sent, "DELIVERED");
            client.disconnect();
        }
    }

    @Test
    void aSleepingDeviceGetsWhatWaitsInItsOrder() throws Exception {
        for (int i = 1; i <= 12; i++) {
            send("{\"n\":" + i + "}");
        }
        assertThat(list().items().getJsonObject(0).getJsonObject("data").getInt("n"))
                .as("newest first")
                .isEqualTo(12);
        assertThat(fleet.organization()
                        .get(path() + "?search=%22N%22:7")
                        .expect(200)
                        .json()
                        .getInt("total"))
                .isEqualTo(1);
        Mqtt5BlockingClient five = MqttDevice.version5(server, "", key(), token());
        five.toAsync()
                .publishes(
                        MqttGlobalPublishFilter.ALL,
                        publish -> received.add(read(new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8))));
        five.connect();
        assertThat(five.subscribeWith()
                        .topicFilter("/device/" + key() + "/commands")
                        .qos(MqttQos.EXACTLY_ONCE)
                        .send()
                        .getReasonCodes())
                .hasToString("[GRANTED_QOS_1]");
        for (int i = 1; i <= 12; i++) {
            assertThat(next().getJsonObject("data").getInt("n")).isEqualTo(i);
        }
        JsonObject last = list().items().getJsonObject(0);
        awaitState(last, "DELIVERED");
        assertThat(list().items().getJsonObject(0).getString("deliveredAt")).isNotEmpty();
        five.disconnect();
    }

    @Test
    void whatIsNotAcknowledgedIsSentAgain() throws Exception {
        JsonObject sent = send("{\"door\":\"open\"}");
        try (MqttClient client = connected()) {
            client.setManualAcks(true);
            subscribe(client);
            assertThat(next().getString("id")).isEqualTo(sent.getString("id"));
            client.disconnectForcibly(0, 1_000, false);
        }
        assertThat(state(sent)).isEqualTo("QUEUED");
        try (MqttClient client = connected()) {
            subscribe(client);
            assertThat(next().getString("id")).isEqualTo(sent.getString("id"));
            awaitState(sent, "DELIVERED");
            client.disconnect();
        }
        try (MqttClient client = connected()) {
            subscribe(client);
            JsonObject other = send("{}");
            assertThat(next().getString("id")).isEqualTo(other.getString("id"));
            client.disconnect();
        }
    }

    @Test
    void anExpiredOrWithdrawnCommandIsNeverSent() throws Exception {
        JsonObject withdrawn = send("{\"n\":1}");
        JsonObject expiring = post("{\"data\":{\"n\":2},\"expiresAt\":\""
                        + Instant.now().plusSeconds(2) + "\"}")
                .expect(201)
                .json();
        fleet.organization().delete(path() + "/" + withdrawn.getString("id")).expect(204);
        awaitState(expiring, "EXPIRED");
        refused(fleet.organization().delete(path() + "/" + expiring.getString("id")), 409, "conflict");
        refused(fleet.organization().delete(path() + "/" + withdrawn.getString("id")), 404, "not-found");
        JsonObject good = send("{\"n\":3}");
        try (MqttClient client = connected()) {
            subscribe(client);
            assertThat(next().getString("id")).isEqualTo(good.getString("id"));
            client.disconnect();
        }
        assertThat(list().json().getInt("total")).isEqualTo(2);
    }

    @Test
    void aCommandThatCannotBeIsRefusedWithTheReason() {
        Instant now = Instant.now();
        assertThat(refused(post("{\"data\":[1]}"), 422, "validation-failed").body())
                .contains("must be an object");
        assertThat(refused(post("{}"), 422, "validation-failed").body()).contains("data is missing");
        assertThat(refused(
                                post("{\"data\":{},\"expiresAt\":\"" + now.minusSeconds(60) + "\"}"),
                                422,
                                "validation-failed")
                        .body())
                .contains("choose a later time");
        assertThat(refused(
                                post("{\"data\":{},\"expiresAt\":\"" + now.plus(Duration.ofDays(31)) + "\"}"),
                                422,
                                "validation-failed")
                        .body())
                .contains("at most 30 days");
        assertThat(refused(post("{\"data\":{},\"expiresAt\":\"tomorrow\"}"), 422, "validation-failed")
                        .body())
                .contains("2026-12-01T00:00:00Z");
        refused(post("{\"data\":{},\"priority\":1}"), 422, "validation-failed");
        post("{\"data\":{\"a\":\"" + "x".repeat(64 * 1024 - 8) + "\"}}").expect(201);
        assertThat(refused(post("{\"data\":{\"a\":\"" + "x".repeat(64 * 1024 - 7) + "\"}}"), 422, "validation-failed")
                        .body())
                .contains("65537 bytes");
    }

    @Test
    void aHundredWait() {
        for (int i = 1; i <= 100; i++) {
            send("{}");
        }
        refused(post("{\"data\":{}}"), 409, "quota-reached");
        JsonObject newest =
                fleet.organization().get(path() + "?size=1").expect(200).items().getJsonObject(0);
        fleet.organization().delete(path() + "/" + newest.getString("id")).expect(204);
        post("{\"data\":{}}").expect(201);
    }

    @Test
    void anotherOrganizationKnowsNothingOfIt() {
        JsonObject sent = send("{\"pin\":4711}");
        Fleet other = Fleet.create(server);
        String theirs = other.devicesPath() + "/" + device.getString("deviceId") + "/commands";
        for (String address : new String[] {path(), theirs}) {
            refused(other.organization().get(address), 404, "not-found");
            refused(other.organization().post(address, "{\"data\":{}}"), 404, "not-found");
            refused(other.organization().delete(address + "/" + sent.getString("id")), 404, "not-found");
        }
        refused(fleet.organization().delete(path() + "/" + UUID.randomUUID()), 404, "not-found");
        assertThat(state(sent)).isEqualTo("QUEUED");
    }

    @Test
    void theActIsRecordedWithoutWhatTheCommandSays() {
        JsonObject sent = send("{\"pin\":\"4711-secret\"}");
        fleet.organization().delete(path() + "/" + sent.getString("id")).expect(204);
        String timeline = fleet.organization()
                .get(fleet.devicesPath() + "/" + device.getString("deviceId") + "/timeline")
                .expect(200)
                .body();
        assertThat(timeline).contains("command-sent", "command-withdrawn");
        String log = fleet.organization()
                .get(fleet.organizationPath() + "/log?size=50")
                .expect(200)
                .body();
        assertThat(log).contains("command-sent").doesNotContain("4711-secret");
    }

    private MqttClient connected() throws Exception {
        return MqttDevice.connect(
                server, MqttDevice.withoutCertificate(server), device.getString("deviceId"), key(), token());
    }

    private void subscribe(MqttClient client) throws Exception {
        client.subscribe(
                "c",
                1,
                (topic, message) -> received.add(read(new String(message.getPayload(), StandardCharsets.UTF_8))));
    }

    private JsonObject next() throws InterruptedException {
        JsonObject next = received.poll(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(next).as("a command has come").isNotNull();
        return next;
    }

    private JsonObject send(String data) {
        return post("{\"data\":" + data + "}").expect(201).json();
    }

    private Answer post(String body) {
        return fleet.organization().post(path(), body);
    }

    private static Answer refused(Answer answer, int status, String code) {
        assertThat(answer.expect(status).text("code")).isEqualTo(code);
        return answer;
    }

    private Answer list() {
        return fleet.organization().get(path()).expect(200);
    }

    private void awaitState(JsonObject command, String state) {
        Await.until(SOON, () -> state(command), state::equals);
    }

    private String state(JsonObject command) {
        return list().items().getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("id").equals(command.getString("id")))
                .map(one -> one.getString("state"))
                .findFirst()
                .orElse("");
    }

    private String path() {
        return fleet.devicesPath() + "/" + device.getString("deviceId") + "/commands";
    }

    private String key() {
        return device.getJsonObject("credentials").getString("accessKey");
    }

    private String token() {
        return device.getJsonObject("credentials").getString("accessToken");
    }

    private static JsonObject read(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
