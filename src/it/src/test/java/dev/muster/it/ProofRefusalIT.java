package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Provision requests that lead to no device, each with its code and its whole document. */
class ProofRefusalIT {

    private final Database database = Database.POSTGRESQL;

    private MusterServer server;
    private Fleet fleet;
    private Certificate certificate;

    @BeforeEach
    void makeTenants() {
        server = database.server();
        fleet = Fleet.create(server);
        certificate = fleet.newCertificate();
    }

    @Test
    void anIdentifierThatNobodyImportedIsToldToComeBack() {
        Answer answer = request(Proof.fresh(certificate, ImportFile.imei(1)));
        JsonObject problem = assertProblem(answer, 404, ProblemCode.DEVICE_NOT_IMPORTED);
        assertThat(answer.header("Retry-After").orElse("")).matches("[1-9][0-9]*");
        assertThat(problem.toString()).doesNotContain(ImportFile.imei(1));
        assertThat(attemptsOfManufacturer()).contains("device-not-imported");
    }

    @Test
    void aRefusedIdentifierLeavesTheProofUnspent() {
        Proof proof = Proof.fresh(certificate, ImportFile.imei(2));
        assertProblem(request(proof), 404, ProblemCode.DEVICE_NOT_IMPORTED);
        fleet.enroll(ImportFile.of(2, 1));
        request(proof).expect(201);
    }

    @Test
    void aWrongSignatureAndAnUnknownAccessKeyCannotBeToldApart() {
        fleet.enroll(ImportFile.of(1, 1));
        String identifier = ImportFile.imei(1);
        Proof proof = Proof.fresh(certificate, identifier);
        String forged = proof.signingInput() + "." + Proof.encode(new byte[64]);
        Answer wrongSignature =
                SimulatedDevice.request(server.nobody(), certificate.accessKey(), Proof.body(identifier, forged));
        Answer unknownKey = SimulatedDevice.request(server.nobody(), "A".repeat(26), proof.body());
        assertProblem(wrongSignature, 401, ProblemCode.INVALID_PROOF);
        assertProblem(unknownKey, 401, ProblemCode.INVALID_PROOF);
        assertThat(Problems.comparable(wrongSignature)).isEqualTo(Problems.comparable(unknownKey));
        assertThat(wrongSignature.header("WWW-Authenticate"))
                .isPresent()
                .isEqualTo(unknownKey.header("WWW-Authenticate"));
        assertThat(wrongSignature.response().headers().map().keySet())
                .isEqualTo(unknownKey.response().headers().map().keySet());
    }

    @Test
    void aProofOfAnotherCertificateIsInvalid() {
        Certificate other = fleet.newCertificate();
        Proof proof = Proof.fresh(other, ImportFile.imei(1));
        assertProblem(
                SimulatedDevice.request(server.nobody(), certificate.accessKey(), proof.body()),
                401,
                ProblemCode.INVALID_PROOF);
    }

    @Test
    void aProofCannotBeUsedTwice() {
        fleet.enroll(ImportFile.of(1, 1));
        Proof proof = Proof.fresh(certificate, ImportFile.imei(1));
        request(proof).expect(201);
        assertProblem(request(proof), 409, ProblemCode.REPLAYED_PROOF);
    }

    @Test
    void aSecondProofRotatesUntilTheFirstUse() {
        fleet.enroll(ImportFile.of(1, 1));
        SimulatedDevice first = SimulatedDevice.provision(server, certificate, ImportFile.imei(1));
        Answer again = request(Proof.fresh(certificate, ImportFile.imei(1))).expect(200);
        assertProblem(first.report(1, "{\"a\":1}"), 401, ProblemCode.UNAUTHENTICATED);
        SimulatedDevice second = SimulatedDevice.of(server, again);
        second.report(1, "{\"a\":1}").expect(202);
        assertProblem(request(Proof.fresh(certificate, ImportFile.imei(1))), 409, ProblemCode.ALREADY_PROVISIONED);
    }

    @Test
    void anIdentifierThatBreaksTheSchemeIsRefused() {
        assertProblem(request(Proof.fresh(certificate, "123")), 422, ProblemCode.INVALID_IDENTIFIER);
    }

    @Test
    void whatIsNoRequestIsMalformed() {
        assertMalformed("{");
        assertMalformed("{}");
        assertMalformed("{\"uniqueIdentifier\":\"1\",\"proof\":\"no.jws\"}");
        assertMalformed("{\"uniqueIdentifier\":\"1\",\"uniqueIdentifier\":\"1\",\"proof\":\"a.b.c\"}");
    }

    @Test
    void aBodyOfMoreThan16KiBIsNotRead() {
        String long17KiB = Proof.body("1", "a".repeat(17 * 1024));
        assertProblem(send(long17KiB), 413, ProblemCode.BODY_TOO_LARGE);
    }

    @Test
    void anotherMediaTypeIsRefused() {
        String path = "/api/v1/provision/" + certificate.accessKey();
        assertProblem(server.nobody().post(path, "text/plain", "{}"), 415, ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void plainHttpIsRefusedWithoutReadingTheProof() {
        fleet.enroll(ImportFile.of(1, 1));
        Proof proof = Proof.fresh(certificate, ImportFile.imei(1));
        ApiClient plain = new ApiClient(server.newHttpClient(), server.plainUrl(), null);
        assertProblem(SimulatedDevice.request(plain, proof), 403, ProblemCode.HTTPS_REQUIRED);
        assertProblem(plain.post("/api/v1/telemetry", "{}"), 403, ProblemCode.HTTPS_REQUIRED);
        request(proof).expect(201);
    }

    @Test
    void anotherMethodIsNotAllowed() {
        HttpRequest.Builder put = server.nobody()
                .request("/api/v1/provision/" + certificate.accessKey())
                .PUT(BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json");
        assertProblem(server.nobody().send(put), 405, ProblemCode.METHOD_NOT_ALLOWED);
    }

    private void assertMalformed(String body) {
        assertProblem(send(body), 400, ProblemCode.MALFORMED_REQUEST);
    }

    private Answer request(Proof proof) {
        return SimulatedDevice.request(server.nobody(), proof);
    }

    private Answer send(String body) {
        return SimulatedDevice.request(server.nobody(), certificate.accessKey(), body);
    }

    private String attemptsOfManufacturer() {
        return fleet.manufacturer()
                .get("/api/v1/manufacturers/" + fleet.manufacturerId() + "/attempts")
                .expect(200)
                .body();
    }
}
