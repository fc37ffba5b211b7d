package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices without a clock, and the nonces that they get from the server. */
class NonceIT {

    private static final String UNKNOWN = "A".repeat(26);

    private final Database database = Database.POSTGRESQL;

    @TempDir
    Path directory;

    private MusterServer server;
    private Fleet fleet;
    private Certificate certificate;
    private Openssl openssl;

    @BeforeEach
    void makeTenants() {
        server = database.server();
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 3));
        certificate = fleet.newCertificate();
        openssl = new Openssl(directory);
    }

    @Test
    void aNonceIsGivenForAnyAccessKey() {
        Answer known = nonceOf(certificate.accessKey());
        for (String accessKey : List.of(certificate.accessKey(), UNKNOWN, "a", "%C3%BC")) {
            Answer answer = nonceOf(accessKey);
            answer.expect(200);
            assertThat(answer.json().keySet()).containsExactly("nonce", "expiresAt");
            assertThat(answer.text("nonce")).matches("[A-Za-z0-9_-]{48}").isNotEqualTo(known.text("nonce"));
            long left = answer.json().getJsonNumber("expiresAt").longValueExact()
                    - Instant.now().getEpochSecond();
            assertThat(left).isBetween(290L, 300L);
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.response().headers().map().keySet())
                    .isEqualTo(known.response().headers().map().keySet());
        }
        assertThat(fleet.attempts("").expect(200).json().getInt("total")).isZero();
    }

    @Test
    void itIsReadAndNothingElse() {
        String path = "/api/v1/provision/" + UNKNOWN + "/nonce";
        assertProblem(
                server.nobody().send(server.nobody().request(path).POST(BodyPublishers.noBody())),
                405,
                ProblemCode.METHOD_NOT_ALLOWED);
        ApiClient plain = new ApiClient(server.newHttpClient(), server.plainUrl(), null);
        assertProblem(plain.get(path), 403, ProblemCode.HTTPS_REQUIRED);
    }

    /** A device that knows nothing of nonces beforehand: the first refusal brings one. */
    @Test
    void aDeviceWithoutAClockLearnsANonceFromARefusal() throws Exception {
        BareProof blind = BareProof.clockless(certificate, ImportFile.imei(1), "none-that-the-server-gave");
        Answer refused = send(openssl.bare(blind));
        assertUseNonce(refused);
        String nonce = refused.header("Replay-Nonce").orElseThrow();
        String body = openssl.bare(blind.withNonce(nonce));
        Answer provisioned = send(body).expect(201);
        assertThat(provisioned.header("Replay-Nonce")).isEmpty();
        assertProblem(send(body), 409, ProblemCode.REPLAYED_PROOF);
        String second = openssl.bare(blind.withNonce(newNonce()));
        SimulatedDevice.of(server, send(second).expect(200))
                .report(1, "{\"a\":1}")
                .expect(202);
    }

    @Test
    void aJwsTakesANonceInPlaceOfTimesAndId() {
        String nonce = newNonce();
        Answer none = send(jws(1, ""));
        assertUseNonce(none);
        assertProblem(send(jws(1, ",\"iat\":1764000000")), 401, ProblemCode.INVALID_PROOF);
        String body = jws(1, ",\"nonce\":\"" + nonce + "\"");
        send(body).expect(201);
        assertProblem(send(body), 409, ProblemCode.REPLAYED_PROOF);
        assertProblem(send(jws(2, ",\"nonce\":\"" + nonce + "\"")), 409, ProblemCode.REPLAYED_PROOF);
        send(jws(2, ",\"nonce\":\"" + none.header("Replay-Nonce").orElseThrow() + "\""))
                .expect(201);
    }

    @Test
    void aNonceIsOneForAllForms() throws Exception {
        String nonce = newNonce();
        send(openssl.bare(BareProof.clockless(certificate, ImportFile.imei(1), nonce)))
                .expect(201);
        assertProblem(send(jws(2, ",\"nonce\":\"" + nonce + "\"")), 409, ProblemCode.REPLAYED_PROOF);
        BareProof byClock = BareProof.fresh(certificate, ImportFile.imei(2)).withNonce(nonce);
        assertProblem(send(openssl.bare(byClock)), 409, ProblemCode.REPLAYED_PROOF);
        Certificate other = fleet.newCertificate();
        SimulatedDevice.request(
                        server.nobody(),
                        other.accessKey(),
                        openssl.bare(BareProof.clockless(
                                other,
                                ImportFile.imei(2),
                                nonceOf(other.accessKey()).text("nonce"))))
                .expect(201);
    }

    /** What is wrong with a nonce is told whatever the signature and whatever the access key, and uses nothing up. */
    @Test
    void aNonceThatDoesNotCountIsAnsweredWithANewOne() throws Exception {
        String nonce = newNonce();
        String foreign = nonceOf(UNKNOWN).text("nonce");
        String changed = (nonce.charAt(0) == 'A' ? "B" : "A") + nonce.substring(1);
        Answer first = null;
        for (String bad : List.of(foreign, changed, nonce.substring(1), nonce + "A", "", "ü", "=".repeat(48))) {
            BareProof proof = BareProof.clockless(certificate, ImportFile.imei(1), bad);
            String claim = jws(1, ",\"nonce\":\"" + bad + "\"");
            Answer good = send(openssl.bare(proof));
            first = first == null ? good : first;
            for (Answer answer :
                    List.of(good, send(proof.body("AAAA")), at("B" + UNKNOWN, proof.body("AAAA")), send(claim))) {
                assertUseNonce(answer);
                assertThat(Problems.comparable(answer)).isEqualTo(Problems.comparable(first));
                assertThat(answer.response().headers().map().keySet())
                        .isEqualTo(first.response().headers().map().keySet());
            }
        }
        for (String claim : List.of("null", "1", "[\"" + nonce + "\"]")) {
            assertUseNonce(send(jws(1, ",\"nonce\":" + claim)));
        }
        assertProblem(
                send(BareProof.clockless(certificate, ImportFile.imei(1), nonce).body("AAAA")),
                401,
                ProblemCode.INVALID_PROOF);
        BareProof notImported = BareProof.clockless(certificate, ImportFile.imei(9), nonce);
        assertProblem(send(openssl.bare(notImported)), 404, ProblemCode.DEVICE_NOT_IMPORTED);
        send(openssl.bare(BareProof.clockless(certificate, ImportFile.imei(1), nonce)))
                .expect(201);
        assertThat(fleet.attempts("outcome=use-nonce").expect(200).items())
                .allSatisfy(attempt ->
                        assertThat(attempt.asJsonObject().getString("reason")).isEqualTo("NONCE_UNKNOWN"));
        assertThat(fleet.ownAttempts("outcome=use-nonce").expect(200).json().getInt("total"))
                .isZero();
    }

    private static void assertUseNonce(Answer answer) {
        assertProblem(answer, 401, ProblemCode.USE_NONCE);
        assertThat(answer.json().getBoolean("retryable")).isTrue();
        assertThat(answer.header("WWW-Authenticate")).isPresent();
        assertThat(answer.header("Retry-After")).contains("0");
        assertThat(answer.header("Replay-Nonce").orElse("")).matches("[A-Za-z0-9_-]{48}");
    }

    private String jws(int device, String claims) {
        return Proof.fresh(certificate, ImportFile.imei(device)).bodyWith(claims);
    }

    private String newNonce() {
        return nonceOf(certificate.accessKey()).expect(200).text("nonce");
    }

    private Answer nonceOf(String accessKey) {
        return server.nobody().get("/api/v1/provision/" + accessKey + "/nonce");
    }

    private Answer send(String body) {
        return at(certificate.accessKey(), body);
    }

    private Answer at(String accessKey, String body) {
        return SimulatedDevice.request(server.nobody(), accessKey, body);
    }
}
