package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Trust;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server whose devices connect to the operator's own broker, which is a real HiveMQ. */
class ExternalBrokerIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static final long BEGIN = System.currentTimeMillis() - 60_000;

    private static final String AUTHENTICATE = "/internal/mqtt/authenticate";

    private static final String AUTHORIZE = "/internal/mqtt/authorize";

    private static final String JSON = "application/json";

    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    static Path directory;

    private static OperatorCa operator;
    private static HiveMq broker;
    private static MusterServer server;
    private static HttpClient hook;

    private MqttFleet device;

    @BeforeAll
    static void start() throws Exception {
        operator = OperatorCa.create(directory.resolve("operator"));
        broker = new HiveMq(Files.createDirectories(directory.resolve("hivemq")), operator);
        Map<String, String> settings = new HashMap<>();
        settings.put("muster.mqtt", "external");
        settings.put("muster.broker-hook-port", Integer.toString(dev.muster.testkit.FreePorts.next()));
        settings.put("muster.broker.url", "mqtts://localhost:" + broker.port());
        settings.put("muster.broker.root", operator.root().toString());
        settings.put("muster.broker.username", HiveMq.USER);
        settings.put("muster.broker.password-file", secret(HiveMq.PASSWORD));
        settings.put("muster.broker.hook-root", operator.root().toString());
        server = Database.POSTGRESQL.start("external-broker", settings);
        hook = client(OperatorCa.context(operator.issue("hook-client"), server.root()));
        broker.start(server);
        Await.until(SOON, ExternalBrokerIT::health, text -> text.contains("\"connected to localhost"));
    }

    @AfterAll
    static void end() {
        broker.close();
        server.kill();
    }

    private static String secret(String text) throws IOException {
        return Files.writeString(
                        Files.createFile(
                                directory.resolve("broker-password"),
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
                        text)
                .toString();
    }

    private static String health() {
        return server.nobody().get("/health/ready").expect(200).body();
    }

    @BeforeEach
    void makeADevice() {
        device = MqttFleet.create(server);
    }

    @Test
    void aMessageIsKeptByBothNamesOfItsTopic() {
        Mqtt5BlockingClient client = connected();
        publish(client, topic("telemetry"), "{\"data\":{\"a\":1}}");
        publish(client, topic("t"), "{\"data\":{\"b\":1}}");
        Await.until(SOON, device::latest, text -> text.contains("\"a\"") && text.contains("\"b\""));
        client.disconnect();
    }

    @Test
    void aRefusedMessageSaysWhyAndTheNextIsKept() throws Exception {
        Mqtt5BlockingClient client = connected();
        BlockingQueue<String> errors = new LinkedBlockingQueue<>();
        client.toAsync()
                .publishes(
                        MqttGlobalPublishFilter.ALL,
                        publish -> errors.add(new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8)));
        client.subscribeWith().topicFilter(topic("errors")).send();
        publish(client, topic("telemetry"), "{\"data\":{\"a\":[]}}");
        assertThat(errors.poll(SOON.toSeconds(), TimeUnit.SECONDS)).contains("invalid-telemetry", "errors");
        publish(client, topic("telemetry"), "not JSON");
        assertThat(errors.poll(SOON.toSeconds(), TimeUnit.SECONDS)).contains("malformed-request");
        publish(client, topic("telemetry"), "{\"data\":{\"c\":1}}");
        Await.until(SOON, device::latest, text -> text.contains("\"c\""));
        client.disconnect();
    }

    @Test
    void whatComesWhileTheDatabaseIsAwayIsKeptOnceAfterwards() {
        Mqtt5BlockingClient client = connected();
        publish(client, topic("telemetry"), message(0));
        Await.until(SOON, device::latest, text -> text.contains("\"n\""));
        Database.postgres().stop();
        try {
            for (int i = 1; i <= 300; i++) {
                publish(client, topic("telemetry"), message(i));
            }
        } finally {
            Database.postgres().start();
        }
        Await.until(Duration.ofSeconds(90), this::kept, "301"::equals);
        publish(client, topic("telemetry"), message(301));
        Await.until(SOON, this::kept, "302"::equals);
        client.disconnect();
    }

    private static String message(int number) {
        return "{\"ts\":%d,\"data\":{\"n\":%d}}".formatted(BEGIN + number, number);
    }

    private String kept() {
        return Database.postgres()
                .value("select count(*) from telemetry where device_id = '"
                        + device.answer().getString("deviceId") + "'");
    }

    @Test
    void aCertificateCreatesItsDeviceWhichGetsCommands() throws Exception {
        Fleet fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 1));
        DeviceCa factory = DeviceCa.create(fleet, directory);
        CertifiedDevice own = factory.device(ImportFile.imei(1));
        org.eclipse.paho.client.mqttv3.MqttClient client = MqttDevice.connect(
                broker.port(),
                TlsDevice.context(operator.root(), own.key(), own.certificate(), factory.certificate()),
                "any",
                null,
                null);
        JsonObject made = fleet.organization()
                .get(fleet.devicesPath() + "?search=" + ImportFile.imei(1))
                .expect(200)
                .items()
                .getJsonObject(0);
        String id = made.getString("id");
        client.publish(
                "/device/" + id + "/telemetry", "{\"data\":{\"first\":1}}".getBytes(StandardCharsets.UTF_8), 1, false);
        Await.until(
                SOON,
                () -> fleet.organization()
                        .get(fleet.devicesPath() + "/" + id + "/telemetry/latest")
                        .expect(200)
                        .body(),
                text -> text.contains("\"first\""));
        JsonObject command = fleet.organization()
                .post(fleet.devicesPath() + "/" + id + "/commands", "{\"data\":{\"door\":\"open\"}}")
                .expect(201)
                .json();
        BlockingQueue<String> commands = new LinkedBlockingQueue<>();
        client.subscribe("/device/" + id + "/commands", 1, (topic, message) -> commands.add(message.toString()));
        assertThat(commands.poll(SOON.toSeconds(), TimeUnit.SECONDS)).contains(command.getString("id"), "open");
        Await.until(SOON, () -> value("delivered_at is not null", command), "t"::equals);
        client.disconnect();
    }

    @Test
    void aCertificateGetsNoSessionOfAnotherDevice() throws Exception {
        Fleet fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 1));
        DeviceCa factory = DeviceCa.create(fleet, Files.createDirectories(directory.resolve("another")));
        CertifiedDevice own = factory.device(ImportFile.imei(1));
        String question = "{\"cert_pem\":\"%s\",\"clientid\":\"%s\"}";
        String certificate = own.certificate().replace("\n", "\\n");
        String id = json(ask(AUTHENTICATE, question.formatted(certificate, "any")))
                .getJsonObject("client_attrs")
                .getString("device");
        assertThat(ask(AUTHENTICATE, question.formatted(certificate, id))).contains("\"allow\"");
        String another = device.answer().getString("deviceId");
        assertThat(ask(AUTHENTICATE, question.formatted(certificate, another))).contains("\"deny\"", "unauthenticated");
        assertThat(ask(AUTHENTICATE, question.formatted(certificate, another.toUpperCase(Locale.ROOT))))
                .contains("\"deny\"");
    }

    @Test
    void foreignTopicsAndWildcardsAreRefused() {
        MqttFleet other = MqttFleet.create(server);
        Mqtt5BlockingClient publisher = connected(); // the broker ends the connection after it has refused a message
        assertThatThrownBy(() -> publish(publisher, "/device/" + other.key() + "/telemetry", "{\"data\":{\"a\":1}}"))
                .isInstanceOf(Mqtt5PubAckException.class);
        for (String filter : new String[] {"#", "/device/+/commands", "/device/" + other.key() + "/commands"}) {
            Mqtt5BlockingClient subscriber = connected();
            assertThatThrownBy(
                            () -> subscriber.subscribeWith().topicFilter(filter).send())
                    .as(filter)
                    .isInstanceOf(Mqtt5SubAckException.class);
        }
        assertThat(other.latest()).doesNotContain("\"a\"");
    }

    @Test
    void aCommandWaitsUntilTheDeviceSubscribesAtTheBroker() throws Exception {
        JsonObject command = device.fleet()
                .organization()
                .post(device.path() + "/commands", "{\"data\":{\"door\":\"open\"}}")
                .expect(201)
                .json();
        Await.until(SOON, () -> value("tried_at is not null", command), "t"::equals);
        assertThat(value("delivered_at is null", command))
                .as("nobody has subscribed")
                .isEqualTo("t");
        Mqtt5BlockingClient client = connected();
        BlockingQueue<String> commands = new LinkedBlockingQueue<>();
        client.toAsync()
                .publishes(
                        MqttGlobalPublishFilter.ALL,
                        publish -> commands.add(new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8)));
        client.subscribeWith()
                .topicFilter(topic("commands"))
                .qos(MqttQos.AT_LEAST_ONCE)
                .send();
        assertThat(commands.poll(SOON.toSeconds(), TimeUnit.SECONDS)).contains(command.getString("id"), "open");
        Await.until(SOON, () -> value("delivered_at is not null", command), "t"::equals);
        client.disconnect();
    }

    private static String value(String condition, JsonObject command) {
        return Database.postgres()
                .value("select " + condition + " from device_command where id = '" + command.getString("id") + "'");
    }

    @Test
    void aSuspendedDeviceIsNotHeardAndCannotConnectAgain() {
        Mqtt5BlockingClient client = connected();
        publish(client, topic("telemetry"), "{\"data\":{\"before\":1}}");
        Await.until(SOON, device::latest, text -> text.contains("\"before\""));
        device.fleet().organization().post(device.path() + "/suspend", "").expect(200);
        publish(client, topic("telemetry"), "{\"data\":{\"suspended\":1}}");
        awaitNextMessage();
        assertThatThrownBy(this::connected).isInstanceOf(Mqtt5ConnAckException.class);
        assertThat(ask(AUTHENTICATE, credentials(device.key(), device.token()))).contains("credentials-suspended");
        device.fleet().organization().post(device.path() + "/resume", "").expect(200);
        publish(client, topic("telemetry"), "{\"data\":{\"resumed\":1}}");
        assertThat(Await.until(SOON, device::latest, text -> text.contains("\"resumed\"")))
                .as("the session goes on, and what it sent meanwhile is not kept")
                .doesNotContain("\"suspended\"");
        client.disconnect();
    }

    /** Messages come to Muster in their order, so one of another device tells that those before it have been looked at. */
    private static void awaitNextMessage() {
        MqttFleet other = MqttFleet.create(server);
        Mqtt5BlockingClient client = client(other.clientId(), other.key(), other.token());
        client.connect();
        publish(client, "/device/" + other.key() + "/telemetry", "{\"data\":{\"next\":1}}");
        Await.until(SOON, other::latest, text -> text.contains("\"next\""));
        client.disconnect();
    }

    @Test
    void wrongCredentialsAreRefused() {
        assertThatThrownBy(
                        () -> client(device.clientId(), device.key(), "wrong").connect())
                .isInstanceOf(Mqtt5ConnAckException.class);
    }

    @Test
    void theAnswerSaysAllThatTheDeviceMayDo() {
        JsonObject answer = json(ask(AUTHENTICATE, credentials(device.key(), device.token())));
        assertThat(answer.getString("result")).isEqualTo("allow");
        assertThat(answer.getBoolean("is_superuser")).isFalse();
        assertThat(answer.getJsonObject("client_attrs").getString("key")).isEqualTo(device.key());
        assertThat(answer.getJsonNumber("expire_at").longValue())
                .isBetween(
                        java.time.Instant.now().plus(Duration.ofHours(23)).getEpochSecond(),
                        java.time.Instant.now().plus(Duration.ofHours(25)).getEpochSecond());
        assertThat(answer.getJsonArray("acl").toString())
                .contains(
                        "{\"permission\":\"allow\",\"action\":\"publish\",\"topic\":\"eq " + topic("telemetry") + "\"}",
                        "{\"permission\":\"allow\",\"action\":\"subscribe\",\"topic\":\"eq " + topic("c") + "\"}")
                .endsWith("{\"permission\":\"deny\",\"action\":\"all\",\"topic\":\"#\"}]");
    }

    @Test
    void rabbitMqIsAnsweredWithAWord() throws Exception {
        String login = "username=" + device.key() + "&password=" + device.token() + "&vhost=%2F&client_id="
                + device.answer().getString("deviceId");
        assertThat(send(AUTHENTICATE, FORM, login).body()).isEqualTo("allow");
        assertThat(send(AUTHENTICATE, FORM, login.replace(device.token(), "wrong"))
                        .body())
                .isEqualTo("deny");
        String own = "username=" + device.key() + "&vhost=%2F";
        assertThat(word(own + "&ip=192.0.2.1&tags=")).isEqualTo("allow");
        String key = "&resource=topic&name=amq.topic&routing_key=.device." + device.key();
        assertThat(word(own + key + ".telemetry&permission=write")).isEqualTo("allow");
        assertThat(word(own + key + ".telemetry&permission=read")).isEqualTo("deny");
        assertThat(word(own + key + ".commands&permission=read")).isEqualTo("allow");
        assertThat(word(own + "&resource=topic&name=amq.topic&routing_key=.device.*.commands&permission=read"))
                .isEqualTo("deny");
        assertThat(word(own + "&resource=exchange&name=amq.topic&permission=write"))
                .isEqualTo("allow");
        assertThat(word(own + "&resource=exchange&name=amq.topic&permission=configure"))
                .isEqualTo("deny");
        String queue = "&resource=queue&permission=read&name=mqtt-subscription-";
        assertThat(word(own + queue + device.answer().getString("deviceId") + "qos1"))
                .isEqualTo("allow");
        assertThat(word(own + queue + MqttFleet.create(server).answer().getString("deviceId") + "qos1"))
                .isEqualTo("deny");
    }

    private static String word(String form) throws Exception {
        return send(AUTHORIZE, FORM, form).body();
    }

    @ParameterizedTest
    @CsvSource({
        "telemetry, publish, allow",
        "t, publish, allow",
        "errors, subscribe, allow",
        "commands, subscribe, allow",
        "telemetry, subscribe, deny",
        "commands, publish, deny",
        "telemetry, all, deny",
        "+, subscribe, deny",
        "#, subscribe, deny",
        "telemetry/, publish, deny"
    })
    void onlyTheOwnTopicsAreAllowed(String name, String action, String result) {
        assertThat(json(ask(AUTHORIZE, permission(device.key(), topic(name), action)))
                        .getString("result"))
                .isEqualTo(result);
    }

    @Test
    void nobodyIsAllowedWithoutCredentialsThatCount() {
        MqttFleet other = MqttFleet.create(server);
        assertThat(ask(AUTHORIZE, permission(other.key(), topic("telemetry"), "publish")))
                .contains("\"deny\"");
        assertThat(ask(AUTHORIZE, permission("provision/response", "provision/response", "subscribe")))
                .contains("\"deny\"");
        assertThat(ask(AUTHENTICATE, credentials(device.key(), "wrong"))).contains("\"deny\"", "unauthenticated");
        assertThat(ask(AUTHENTICATE, "{}")).contains("\"deny\"", "unauthenticated");
        assertThat(ask(AUTHENTICATE, credentials("provision/" + device.proof().accessKey(), "proof")))
                .contains("\"deny\"", "proof-form-disabled");
        device.fleet()
                .manufacturer()
                .delete(device.fleet().certificatesPath() + "/" + device.proof().id())
                .expect(204);
        assertThat(ask(AUTHENTICATE, credentials(device.key(), device.token())))
                .contains("\"deny\"", "device-invalidated");
        assertThat(ask(AUTHORIZE, permission(device.key(), topic("telemetry"), "publish")))
                .contains("\"deny\"", "device-invalidated");
    }

    @Test
    void whatIsNoQuestionIsRefused() throws Exception {
        assertThat(send(AUTHENTICATE, JSON, "{\"username\":").statusCode()).isEqualTo(400);
        assertThat(send(AUTHENTICATE, JSON, "[]").statusCode()).isEqualTo(400);
        assertThat(send(AUTHENTICATE, JSON, "{\"username\":\"a\",\"username\":\"b\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(AUTHENTICATE, JSON, "{\"cert_pem\":\"none\"}").statusCode())
                .isEqualTo(400);
        assertThat(send(AUTHENTICATE, FORM, "username=a&username=b").statusCode())
                .isEqualTo(400);
        assertThat(send(AUTHENTICATE, FORM, "username=%zz").statusCode()).isEqualTo(400);
        assertThat(send(AUTHENTICATE, "text/plain", "username=a").statusCode()).isEqualTo(415);
        assertThat(send(AUTHENTICATE, JSON, "{\"username\":\"" + "a".repeat(70_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(send("/internal/mqtt/authenticate/", JSON, "{}").statusCode())
                .isEqualTo(404);
        assertThat(send("/health/ready", JSON, "{}").statusCode()).isEqualTo(404);
        assertThat(get(AUTHENTICATE).statusCode()).isEqualTo(405);
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(ask(AUTHENTICATE, "{\"number\":1,\"list\":[],\"username\":null}"))
                .as("unknown members")
                .contains("\"deny\"");
    }

    @Test
    void onlyClientsOfTheOperatorAreLetIn() throws Exception {
        OperatorCa foreign = OperatorCa.create(directory.resolve("foreign"));
        for (SSLContext context :
                new SSLContext[] {Trust.in(server.root()), OperatorCa.context(foreign.issue("stranger"), server.root())
                }) {
            assertThatThrownBy(() -> client(context).send(question(AUTHENTICATE, JSON, "{}"), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {AUTHENTICATE, AUTHORIZE, "/api/internal/mqtt/authenticate"})
    void noOtherPortAnswers(String path) {
        String body = credentials(device.key(), device.token());
        for (ApiClient client : new ApiClient[] {server.nobody(), server.onDevicePort(), server.administrator()}) {
            Answer answer = client.post(path, body);
            assertThat(answer.status())
                    .as("the same as any path that there is not")
                    .isEqualTo(client.post(path + "-nothing", body).status());
            assertThat(answer.body()).doesNotContain("\"result\"", device.key());
        }
    }

    private Mqtt5BlockingClient connected() {
        Mqtt5BlockingClient client = client(device.clientId(), device.key(), device.token());
        client.connect();
        return client;
    }

    private static Mqtt5BlockingClient client(String id, String key, String token) {
        return MqttClient.builder()
                .useMqttVersion5()
                .identifier(id)
                .serverHost("localhost")
                .serverPort(broker.port())
                .sslConfig()
                .trustManagerFactory(Trust.managers(operator.root()))
                .applySslConfig()
                .simpleAuth()
                .username(key)
                .password(token.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildBlocking();
    }

    private String topic(String name) {
        return "/device/" + device.key() + "/" + name;
    }

    private static void publish(Mqtt5BlockingClient client, String topic, String text) {
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(text.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private static String credentials(String username, String password) {
        return Json.createObjectBuilder()
                .add("username", username)
                .add("password", password)
                .add("clientid", "")
                .add("peerhost", "192.0.2.1")
                .add("proto_name", "MQTT")
                .build()
                .toString();
    }

    private static String permission(String username, String topic, String action) {
        return Json.createObjectBuilder()
                .add("username", username)
                .add("topic", topic)
                .add("action", action)
                .add("qos", "1")
                .build()
                .toString();
    }

    private static JsonObject json(String text) {
        return Json.createReader(new java.io.StringReader(text)).readObject();
    }

    private static String ask(String path, String body) {
        try {
            HttpResponse<String> answer = send(path, JSON, body);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(JSON);
            return answer.body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> send(String path, String type, String body) throws Exception {
        return hook.send(question(path, type, body), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return hook.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private static HttpRequest question(String path, String type, String body) {
        return HttpRequest.newBuilder(address(path))
                .header("Content-Type", type)
                .timeout(SOON)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static URI address(String path) {
        return URI.create("https://localhost:" + server.port("muster.broker-hook-port") + path);
    }

    private static HttpClient client(SSLContext context) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .build();
    }
}
