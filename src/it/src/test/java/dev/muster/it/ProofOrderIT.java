package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands against a valid proof: the suspended manufacturer and the certificate's number of devices. */
class ProofOrderIT {

    private static final int PARALLEL = 50;
    private static final int LIMIT = 7;

    private final Database database = Database.POSTGRESQL;

    private MusterServer server;
    private Fleet fleet;

    @BeforeEach
    void makeTenants() {
        server = database.server();
        fleet = Fleet.create(server);
    }

    @Test
    void aSuspendedManufacturersProofsAreRefusedUntilItIsResumed() {
        fleet.enroll(ImportFile.of(1, 2));
        Certificate certificate = fleet.newCertificate();
        SimulatedDevice device = SimulatedDevice.provision(server, certificate, ImportFile.imei(1));
        Proof proof = Proof.fresh(certificate, ImportFile.imei(2));
        suspension("suspend");
        JsonObject problem = assertProblem(request(proof), 403, ProblemCode.MANUFACTURER_SUSPENDED);
        assertThat(problem.getString("detail"))
                .isEqualTo("The manufacturer is suspended: its devices cannot join until it is resumed.");
        device.report(1, "{\"a\":1}").expect(202);
        assertThat(fleet.ownAttempts("outcome=manufacturer-suspended")
                        .expect(200)
                        .items())
                .hasSize(1);
        suspension("resume");
        request(proof).expect(201);
    }

    @Test
    void aReplayIsToldBeforeTheSuspensionAndARevocationBeforeIt() {
        fleet.enroll(ImportFile.of(1, 1));
        Certificate certificate = fleet.newCertificate();
        Proof proof = Proof.fresh(certificate, ImportFile.imei(1));
        request(proof).expect(201);
        suspension("suspend");
        assertProblem(request(proof), 409, ProblemCode.REPLAYED_PROOF);
        assertProblem(request(Proof.fresh(certificate, "no such identifier")), 403, ProblemCode.MANUFACTURER_SUSPENDED);
        fleet.manufacturer().delete(fleet.certificatesPath() + "/" + certificate.id());
        assertProblem(request(Proof.fresh(certificate, ImportFile.imei(1))), 403, ProblemCode.CERTIFICATE_REVOKED);
        suspension("resume");
    }

    @Test
    void fiftyDevicesAtOnceNeverExceedTheLimit() throws Exception {
        fleet.enroll(ImportFile.of(1, PARALLEL));
        Certificate certificate = fleet.newCertificate("\"maxDevices\":" + LIMIT);
        List<String> bodies = IntStream.rangeClosed(1, PARALLEL)
                .mapToObj(i -> Proof.fresh(certificate, ImportFile.imei(i)).body())
                .toList();
        List<Answer> answers = new AtOnce(server, certificate.accessKey()).send(bodies);
        Map<Integer, Long> statuses =
                answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
        assertThat(statuses).isEqualTo(Map.of(201, (long) LIMIT, 403, (long) PARALLEL - LIMIT));
        answers.stream()
                .filter(answer -> answer.status() == 403)
                .forEach(answer -> assertProblem(answer, 403, ProblemCode.BUDGET_EXHAUSTED));
        assertThat(devices()).isEqualTo(LIMIT);
    }

    @Test
    void whatWasProvedOnceCostsNothingAgain() {
        fleet.enroll(ImportFile.of(1, 2));
        Certificate certificate = fleet.newCertificate("\"maxDevices\":1");
        SimulatedDevice device = SimulatedDevice.provision(server, certificate, ImportFile.imei(1));
        request(Proof.fresh(certificate, ImportFile.imei(1))).expect(200);
        fleet.organization().delete(fleet.devicesPath() + "/" + device.id());
        request(Proof.fresh(certificate, ImportFile.imei(1))).expect(201);
        Proof second = Proof.fresh(certificate, ImportFile.imei(2));
        assertProblem(request(second), 403, ProblemCode.BUDGET_EXHAUSTED);
        raiseLimit(certificate);
        request(second).expect(201);
    }

    @Test
    void aLimitThatIsSetLaterCountsWhatWasProvedBefore() {
        fleet.enroll(ImportFile.of(1, 3));
        Certificate certificate = fleet.newCertificate();
        SimulatedDevice.provision(server, certificate, ImportFile.imei(1));
        SimulatedDevice.provision(server, certificate, ImportFile.imei(2));
        raiseLimit(certificate);
        assertProblem(request(Proof.fresh(certificate, ImportFile.imei(3))), 403, ProblemCode.BUDGET_EXHAUSTED);
        request(Proof.fresh(certificate, ImportFile.imei(2))).expect(200);
    }

    private void raiseLimit(Certificate certificate) {
        fleet.manufacturer()
                .patch(fleet.certificatesPath() + "/" + certificate.id(), "{\"maxDevices\":2}", null)
                .expect(200);
    }

    private void suspension(String verb) {
        server.administratorByToken()
                .post("/api/v1/manufacturers/" + fleet.manufacturerId() + "/" + verb, "")
                .expect(200);
    }

    private int devices() {
        return fleet.organization().get(fleet.devicesPath()).expect(200).json().getInt("total");
    }

    private Answer request(Proof proof) {
        return SimulatedDevice.request(server.nobody(), proof);
    }
}
