package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The literal form of proof, made by the openssl command: where it is believed, how far, and where not. */
class LiteralProofIT {

    private static final String RSA = "\"keyAlgorithm\":\"RSA_3072\"";
    private static final String ON = RSA + ",\"literalForm\":true";
    private static final int PARALLEL = 50;

    private final Database database = Database.POSTGRESQL;

    @TempDir
    Path directory;

    private MusterServer server;
    private Fleet fleet;
    private Openssl openssl;

    @BeforeEach
    void makeTenants() {
        server = database.server();
        fleet = Fleet.create(server);
        openssl = new Openssl(directory);
        fleet.enroll(ImportFile.of(1, 3));
    }

    @Test
    void leadsToOneSuccessForAnIdentifier() throws Exception {
        Certificate certificate = fleet.newCertificate(ON);
        String body = openssl.literal(certificate, ImportFile.imei(1));
        SimulatedDevice device =
                SimulatedDevice.of(server, send(certificate, body).expect(201));
        Answer again = send(certificate, body);
        assertProblem(again, 409, ProblemCode.ALREADY_PROVISIONED);
        device.report(1, "{\"a\":1}").expect(202);
        send(certificate, openssl.literal(certificate, ImportFile.imei(2))).expect(201);

        fleet.organization().delete(fleet.devicesPath() + "/" + device.id());
        assertProblem(send(certificate, body), 409, ProblemCode.ALREADY_PROVISIONED);
        SimulatedDevice.request(server.nobody(), certificate.accessKey(), signedByRsa(certificate, 1))
                .expect(201);
    }

    @Test
    void fiftyAtOnceMakeOneDevice() throws Exception {
        Certificate certificate = fleet.newCertificate(ON);
        String body = openssl.literal(certificate, ImportFile.imei(1));
        List<Answer> answers = new AtOnce(server, certificate.accessKey())
                .send(IntStream.range(0, PARALLEL).mapToObj(i -> body).toList());
        Map<Integer, Long> statuses =
                answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
        assertThat(statuses).isEqualTo(Map.of(201, 1L, 409, PARALLEL - 1L));
    }

    @Test
    void whereItIsOffOnlyWhoHoldsTheKeyIsToldSo() throws Exception {
        Certificate off = fleet.newCertificate(RSA);
        assertProblem(send(off, openssl.literal(off, ImportFile.imei(1))), 403, ProblemCode.PROOF_FORM_DISABLED);
        String wrongToken = openssl.literal(off.privateKey(), "A".repeat(43), ImportFile.imei(1));
        assertProblem(send(off, wrongToken), 401, ProblemCode.INVALID_PROOF);
        assertThat(fleet.organization()
                        .get(fleet.devicesPath())
                        .expect(200)
                        .json()
                        .getInt("total"))
                .isZero();
    }

    @Test
    void whoHoldsNoKeyLearnsNothing() throws Exception {
        Certificate on = fleet.newCertificate(ON);
        Certificate elliptic = fleet.newCertificate();
        String foreign = openssl.literal(fleet.newCertificate(ON), ImportFile.imei(1));
        Answer known = send(on, foreign);
        Answer unknown = SimulatedDevice.request(server.nobody(), "A".repeat(26), foreign);
        Answer otherKind = send(elliptic, foreign);
        for (Answer answer : List.of(known, unknown, otherKind)) {
            assertProblem(answer, 401, ProblemCode.INVALID_PROOF);
            assertThat(Problems.comparable(answer)).isEqualTo(Problems.comparable(known));
            assertThat(answer.header("WWW-Authenticate")).isEqualTo(known.header("WWW-Authenticate"));
        }
    }

    @Test
    void standsAloneAndIsBase64() throws Exception {
        Certificate certificate = fleet.newCertificate(ON);
        String body = openssl.literal(certificate, ImportFile.imei(1));
        String two = body.replace("{", "{\"proof\":\"a.b.c\",");
        assertProblem(send(certificate, two), 401, ProblemCode.INVALID_PROOF);
        assertProblem(
                send(certificate, "{\"uniqueIdentifier\":\"1\",\"encryptionResult\":\"?\"}"),
                400,
                ProblemCode.MALFORMED_REQUEST);
        send(certificate, body).expect(201);
    }

    @Test
    void aRevocationDoesNotBrickTheFleet() throws Exception {
        Certificate first = fleet.newCertificate(ON);
        Certificate second = fleet.newCertificate(ON);
        send(first, openssl.literal(first, ImportFile.imei(1))).expect(201);
        assertProblem(send(second, openssl.literal(second, ImportFile.imei(1))), 409, ProblemCode.ALREADY_PROVISIONED);
        fleet.manufacturer().delete(fleet.certificatesPath() + "/" + first.id());
        String body = openssl.literal(second, ImportFile.imei(1));
        send(second, body).expect(200);
        assertProblem(send(second, body), 409, ProblemCode.ALREADY_PROVISIONED);
    }

    private Answer send(Certificate certificate, String body) {
        return SimulatedDevice.request(server.nobody(), certificate.accessKey(), body);
    }

    /** Under the same certificate a signed proof is believed, too. */
    private String signedByRsa(Certificate certificate, int device) throws Exception {
        return openssl.signedByRsa(Proof.fresh(certificate, ImportFile.imei(device)));
    }
}
