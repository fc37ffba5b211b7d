package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A hundred first requests at once, for one identifier. */
@OnBothDatabases
class ParallelRequestsIT {

    private static final int REQUESTS = 100;

    @Parameter
    Database database;

    private MusterServer server;
    private Fleet fleet;
    private Certificate certificate;

    @BeforeEach
    void makeTenants() {
        server = database.server();
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 1));
        certificate = fleet.newCertificate();
    }

    @Test
    void aHundredProofsMakeOneDeviceAndTheLastCredentialsWork() throws Exception {
        List<String> bodies = IntStream.range(0, REQUESTS)
                .mapToObj(i -> Proof.fresh(certificate, ImportFile.imei(1)).body())
                .toList();
        List<Answer> answers = sendAtOnce(bodies);
        assertThat(statuses(answers)).isEqualTo(Map.of(201, 1L, 200, 99L));
        assertOneDevice(answers);
        List<Answer> working = answers.stream()
                .filter(answer -> SimulatedDevice.of(server, answer)
                                .client()
                                .get("/api/v1/device")
                                .status()
                        == 200)
                .toList();
        assertThat(working).hasSize(1);
    }

    @Test
    void oneProofAHundredTimesMakesOneDevice() throws Exception {
        String body = Proof.fresh(certificate, ImportFile.imei(1)).body();
        List<Answer> answers =
                sendAtOnce(IntStream.range(0, REQUESTS).mapToObj(i -> body).toList());
        assertThat(statuses(answers)).isEqualTo(Map.of(201, 1L, 409, 99L));
        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() == 409).toList();
        refused.forEach(answer -> Problems.assertProblem(answer, 409, ProblemCode.REPLAYED_PROOF));
        List<Answer> successes =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertOneDevice(successes);
        SimulatedDevice.of(server, successes.get(0)).report(1, "{\"a\":1}").expect(202);
        assertEveryAttemptIsKept();
    }

    private List<Answer> sendAtOnce(List<String> bodies) throws Exception {
        return new AtOnce(server, certificate.accessKey()).send(bodies);
    }

    private static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    }

    private void assertOneDevice(List<Answer> successes) {
        Answer devices = fleet.organization().get(fleet.devicesPath()).expect(200);
        assertThat(devices.json().getInt("total")).isEqualTo(1);
        String id = devices.items().getJsonObject(0).getString("id");
        assertThat(successes)
                .allSatisfy(answer -> assertThat(answer.text("deviceId")).isEqualTo(id));
    }

    private void assertEveryAttemptIsKept() {
        Answer attempts = fleet.manufacturer()
                .get("/api/v1/manufacturers/" + fleet.manufacturerId() + "/attempts?size=1")
                .expect(200);
        assertThat(attempts.json().getInt("total")).isEqualTo(REQUESTS);
    }
}
