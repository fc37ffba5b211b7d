package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log of attempts: who sees which, and how one is found. */
@OnBothDatabases
class AttemptsIT {

    @Parameter
    Database database;

    private MusterServer server;
    private Fleet fleet;
    private Certificate certificate;

    @BeforeEach
    void makeTenants() {
        server = database.server();
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 2));
        certificate = fleet.newCertificate();
    }

    @Test
    void theInstanceOfAProblemFindsItsAttempt() {
        Answer refused = request(certificate, ImportFile.imei(9));
        request(certificate, ImportFile.imei(1)).expect(201);
        String instance = refused.text("instance");
        JsonObject attempt = only(fleet.attempts("id=" + instance));
        assertThat(attempt.getString("id")).isEqualTo(instance.substring("urn:uuid:".length()));
        assertThat(attempt.getString("outcome")).isEqualTo("device-not-imported");
        assertThat(attempt.getString("uniqueIdentifier")).isEqualTo(ImportFile.imei(9));
        assertThat(attempt.getString("certificateId")).isEqualTo(certificate.id());
        assertThat(attempt.getString("certificateName")).isEqualTo("it");
        assertThat(attempt.getString("accessKey")).isEqualTo(certificate.accessKey());
        assertThat(attempt.getString("source")).isNotBlank();
        assertThat(only(fleet.attempts("id=" + attempt.getString("id")))).isEqualTo(attempt);
    }

    @Test
    void everyFilterFindsWhatItSays() {
        Certificate other = fleet.newCertificate();
        Instant before = Instant.now().minusSeconds(60);
        request(certificate, ImportFile.imei(1)).expect(201);
        request(certificate, ImportFile.imei(1)).expect(200);
        request(other, ImportFile.imei(2)).expect(201);
        assertThat(total(fleet.attempts(""))).isEqualTo(3);
        assertThat(total(fleet.attempts("outcome=rotated"))).isEqualTo(1);
        assertThat(total(fleet.attempts("certificate=" + other.id()))).isEqualTo(1);
        assertThat(total(fleet.attempts("identifier=" + ImportFile.imei(1)))).isEqualTo(2);
        String short14 = ImportFile.imei(1).substring(0, 14);
        assertThat(total(fleet.attempts("identifier=" + encode(" " + short14 + " "))))
                .isEqualTo(2);
        assertThat(total(fleet.attempts("from=" + before))).isEqualTo(3);
        assertThat(total(fleet.attempts("to=" + before))).isZero();
        String source = fleet.attempts("size=1").items().getJsonObject(0).getString("source");
        assertThat(total(fleet.attempts("source=" + encode(source)))).isEqualTo(3);
        assertThat(total(fleet.attempts("source=192.0.2.1"))).isZero();
        assertThat(total(fleet.attempts("outcome=provisioned&identifier=" + ImportFile.imei(1))))
                .isEqualTo(1);
    }

    @Test
    void newestComeFirst() {
        request(certificate, ImportFile.imei(1)).expect(201);
        request(certificate, ImportFile.imei(2)).expect(201);
        assertThat(fleet.attempts("size=1").items().getJsonObject(0).getString("uniqueIdentifier"))
                .isEqualTo(ImportFile.imei(2));
        assertThat(fleet.attempts("size=1&page=1").items().getJsonObject(0).getString("uniqueIdentifier"))
                .isEqualTo(ImportFile.imei(1));
    }

    @Test
    void anOrganizationSeesWhatIsProvenForItsOwnIdentifiers() {
        Fleet rival = fleet.rival();
        rival.enroll(ImportFile.of(5, 1));
        request(certificate, ImportFile.imei(1)).expect(201);
        request(certificate, ImportFile.imei(5)).expect(201);
        request(certificate, ImportFile.imei(9)).expect(404);
        Proof proof = Proof.fresh(certificate, ImportFile.imei(1));
        String forged = Proof.body(proof.identifier(), proof.signingInput() + "." + Proof.encode(new byte[64]));
        SimulatedDevice.request(server.nobody(), certificate.accessKey(), forged)
                .expect(401);
        fleet.manufacturer().delete(fleet.certificatesPath() + "/" + certificate.id());
        String instance = request(certificate, ImportFile.imei(1)).expect(403).text("instance");

        assertThat(total(fleet.attempts(""))).isEqualTo(5);
        assertThat(total(fleet.ownAttempts(""))).isEqualTo(2);
        assertThat(total(rival.ownAttempts(""))).isEqualTo(1);
        assertThat(total(rival.ownAttempts("id=" + instance))).isZero();
        JsonObject refused = only(fleet.ownAttempts("id=" + instance));
        assertThat(refused.getString("outcome")).isEqualTo("certificate-revoked");
        assertThat(refused.keySet())
                .isEqualTo(Set.of(
                        "id",
                        "attemptedAt",
                        "outcome",
                        "uniqueIdentifier",
                        "certificateId",
                        "manufacturerName",
                        "source"));
    }

    @Test
    void anotherManufacturersAttemptIsNotFoundByItsInstance() {
        String instance = request(certificate, ImportFile.imei(9)).text("instance");
        assertThat(total(Fleet.create(server).attempts("id=" + instance))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcome=unknown",
                "id=1",
                "certificate=x",
                "from=yesterday",
                "to=+1000000000-01-01T00:00:00Z",
                "from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z",
                "page=200&size=50"
            })
    void whatMakesNoSenseIsRefused(String query) {
        assertProblem(fleet.attempts(query.replace("+", "%2B")), 422, ProblemCode.VALIDATION_FAILED);
    }

    private Answer request(Certificate with, String identifier) {
        return SimulatedDevice.request(server.nobody(), Proof.fresh(with, identifier));
    }

    private static JsonObject only(Answer answer) {
        assertThat(answer.expect(200).json().getInt("total"))
                .as(answer.toString())
                .isEqualTo(1);
        return answer.items().getJsonObject(0);
    }

    private static int total(Answer answer) {
        return answer.expect(200).json().getInt("total");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
