package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MqttPacket;
import dev.muster.testkit.MqttWire;
import dev.muster.testkit.MusterServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that may do little: one thing at a time, six requests a minute from one address, three proofs by one key. */
class OverloadIT {

    /** One more every ten seconds: nothing here takes as long. */
    private static final int OF_SOURCE = 6;

    private static final int OF_CERTIFICATE = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final AtomicInteger SOURCES = new AtomicInteger();

    private static MusterServer server;

    private Fleet fleet;
    private Certificate certificate;

    @BeforeAll
    static void startASmallServer() {
        server = Database.POSTGRESQL.start(
                "postgresql-small",
                Map.of(
                        "muster.device-requests-at-once",
                        "1",
                        "muster.rate.source-per-minute",
                        String.valueOf(OF_SOURCE),
                        "muster.rate.certificate-per-minute",
                        String.valueOf(OF_CERTIFICATE),
                        "muster.trusted-proxies",
                        "127.0.0.1"));
    }

    @AfterAll
    static void endIt() {
        server.kill();
    }

    @BeforeEach
    void makeTenants() {
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 9));
        certificate = fleet.newCertificate();
    }

    @Test
    void whatIsTooMuchFromOneAddressIsRefusedAtEveryAddressForDevices() {
        assertThat(admitted(i -> "192.0.2.1")).isBetween(OF_SOURCE, 2 * OF_SOURCE - 1);
        Proof proof = Proof.fresh(certificate, ImportFile.imei(1));
        List<HttpRequest.Builder> requests = List.of(
                nonce("192.0.2.1"),
                from("192.0.2.1", "/api/v1/device").GET(),
                from("192.0.2.1", "/api/v1/telemetry").POST(BodyPublishers.ofString("{}")),
                from("192.0.2.1", "/api/v1/provision").POST(BodyPublishers.ofString("{}")),
                proof(proof, "192.0.2.1"));
        for (HttpRequest.Builder request : requests) {
            Answer refused = server.nobody().send(request);
            assertProblem(refused, 429, ProblemCode.RATE_LIMITED);
            assertThat(comparable(refused))
                    .isEqualTo(problem(429, "rate-limited", "Too many requests")
                            .add("detail", "Too many requests come from this address; send this one again later.")
                            .build());
            assertComesBack(refused);
        }
        server.nobody().send(nonce("192.0.2.2")).expect(200);
        server.nobody().send(proof(proof, "192.0.2.2")).expect(201);
        fleet.organization()
                .send(fleet.organization()
                        .request(fleet.devicesPath())
                        .header("Forwarded", "for=192.0.2.1")
                        .GET())
                .expect(200);
    }

    @Test
    void connectionsOfMqttCountToo() throws Exception {
        MqttPacket refused = null;
        for (int i = 0; i < 2 * OF_SOURCE; i++) {
            refused = connect(MqttPacket.V5);
        }
        assertThat(refused.code()).isEqualTo(0x9F);
        assertThat(refused.properties()).containsEntry("reason", "rate-limited").containsKeys("retryAfter", "instance");
        assertThat(connect(MqttPacket.V311).toString()).isEqualTo("20 0003");
    }

    private static MqttPacket connect(int version) throws IOException {
        try (MqttWire wire = MqttWire.tls(server, MqttDevice.withoutCertificate(server), "127.0.0.77")) {
            return wire.send(MqttPacket.connect(version, "", "nobody", "wrong")).next();
        }
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        assertThat(admitted("\"[2001:db8:0:1::%x]\""::formatted)).isBetween(OF_SOURCE, 2 * OF_SOURCE - 1);
        server.nobody().send(nonce("\"[2001:db8:0:2::1]\"")).expect(200);
    }

    @Test
    void verifiedProofsAloneUseACertificateUp() {
        for (int i = 0; i < 2 * OF_CERTIFICATE; i++) {
            String forged =
                    Proof.fresh(certificate, ImportFile.imei(1)).signingInput() + "." + Proof.encode(new byte[64]);
            String body = Proof.body(ImportFile.imei(1), forged);
            assertProblem(server.nobody().send(proof(certificate, body, newSource())), 401, ProblemCode.INVALID_PROOF);
        }
        for (int i = 1; i <= OF_CERTIFICATE; i++) {
            send(Proof.fresh(certificate, ImportFile.imei(i))).expect(201);
        }
        Proof next = Proof.fresh(certificate, ImportFile.imei(OF_CERTIFICATE + 1));
        Answer refused = send(next);
        assertProblem(refused, 429, ProblemCode.RATE_LIMITED);
        assertThat(comparable(refused))
                .isEqualTo(problem(429, "rate-limited", "Too many requests")
                        .add(
                                "detail",
                                "Too many devices prove themselves by this certificate at the moment; try again later.")
                        .build());
        assertComesBack(refused);
        assertThat(fleet.attempts("outcome=rate-limited").expect(200).json().getInt("total"))
                .isEqualTo(1);
        assertThat(fleet.ownAttempts("outcome=rate-limited").expect(200).json().getInt("total"))
                .isEqualTo(1);
        send(Proof.fresh(fleet.newCertificate(), ImportFile.imei(9))).expect(201);
        Await.until(PATIENCE, () -> send(next).status(), status -> status == 201);
    }

    @Test
    void whoComesWhileAllTurnsAreTakenIsRefusedSoonAndNothingIsConsumed() throws Exception {
        Proof first = Proof.fresh(certificate, ImportFile.imei(1));
        Proof second = Proof.fresh(certificate, ImportFile.imei(2));
        try (Connection connection = Database.postgres().connect()) {
            connection.setAutoCommit(false);
            hold(connection);
            CompletableFuture<Answer> atWork = CompletableFuture.supplyAsync(() -> send(first));
            Await.until(PATIENCE, Database.postgres()::waiting, waiting -> waiting > 0);
            TimeUnit.SECONDS.sleep(6); // until it is no crowd any more, but more than can be done
            long begin = System.nanoTime();
            Answer refused = send(second);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
            assertProblem(refused, 429, ProblemCode.RATE_LIMITED);
            assertThat(refused.response().headers().firstValue("Connection")).contains("keep-alive");
            assertThat(comparable(refused))
                    .isEqualTo(problem(429, "rate-limited", "Too many requests")
                            .add("detail", "The server is overloaded; send the request again later.")
                            .build());
            assertComesBack(refused);
            server.nobody().send(nonce("192.0.2.3")).expect(200);
            fleet.organization().get(fleet.devicesPath()).expect(200);
            connection.rollback();
            atWork.get(60, TimeUnit.SECONDS).expect(201);
        }
        send(second).expect(201);
    }

    /** Another transaction has the certificate, as a revocation would. */
    private void hold(Connection connection) throws SQLException {
        try (PreparedStatement hold =
                connection.prepareStatement("select 1 from manufacturer_certificate where access_key = ? for update")) {
            hold.setString(1, certificate.accessKey());
            hold.executeQuery();
        }
    }

    /** How many requests get through until one does not. */
    private static int admitted(IntFunction<String> source) {
        return (int) IntStream.rangeClosed(1, 2 * OF_SOURCE)
                .takeWhile(i -> server.nobody().send(nonce(source.apply(i))).status() == 200)
                .count();
    }

    /** From an address that has sent nothing yet. */
    private static Answer send(Proof proof) {
        return server.nobody().send(proof(proof, newSource()));
    }

    private static String newSource() {
        int number = SOURCES.incrementAndGet();
        return "10.0." + number / 250 + "." + number % 250;
    }

    private static HttpRequest.Builder nonce(String source) {
        return from(source, "/api/v1/provision/" + "A".repeat(26) + "/nonce").GET();
    }

    private static HttpRequest.Builder proof(Proof proof, String source) {
        return proof(proof.certificate(), proof.body(), source);
    }

    private static HttpRequest.Builder proof(Certificate certificate, String body, String source) {
        return from(source, "/api/v1/provision/" + certificate.accessKey()).POST(BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder from(String source, String path) {
        return server.nobody()
                .request(path)
                .header("Forwarded", "for=" + source)
                .header("Content-Type", ApiClient.JSON);
    }

    private static JsonObjectBuilder problem(int status, String code, String title) {
        return Json.createObjectBuilder()
                .add("type", "urn:muster:problem:" + code)
                .add("title", title)
                .add("status", status)
                .add("code", code)
                .add("retryable", true);
    }

    /** All of the document but what differs from one occurrence to the next. */
    private static JsonObject comparable(Answer answer) {
        return Json.createObjectBuilder(answer.json())
                .remove("instance")
                .remove("serverTime")
                .build();
    }

    private static void assertComesBack(Answer refused) {
        assertThat(Stream.of(refused.header("Retry-After").orElse("")).map(Integer::valueOf))
                .allSatisfy(seconds -> assertThat(seconds).isBetween(3, 10));
        assertThat(refused.header("Cache-Control")).contains("no-store");
        assertThat(refused.header("Date")).isPresent();
    }
}
