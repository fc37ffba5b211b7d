package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** One act on many devices, with the outcome of each. */
@OnBothDatabases
class FleetActIT {

    private static final String UNKNOWN = UUID.randomUUID().toString();

    @Parameter
    Database database;

    private MusterServer server;
    private Fleet fleet;
    private Certificate certificate;
    private SimulatedDevice one;
    private SimulatedDevice two;

    @BeforeEach
    void twoDevicesJoin() {
        server = database.server();
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 3));
        certificate = fleet.newCertificate();
        one = SimulatedDevice.provision(server, certificate, ImportFile.imei(1));
        two = SimulatedDevice.provision(server, certificate, ImportFile.imei(2));
    }

    @Test
    void credentialsAreSuspendedAndResumed() {
        assertThat(outcomes(act("\"SUSPEND\"", "", one.id(), UNKNOWN, two.id())))
                .containsExactly("done", "not-found", "done");
        assertProblem(one.report(1, "{\"a\":1}"), 403, ProblemCode.CREDENTIALS_SUSPENDED);
        assertProblem(two.report(1, "{\"a\":1}"), 403, ProblemCode.CREDENTIALS_SUSPENDED);
        assertThat(outcomes(act("\"RESUME\"", "", two.id()))).containsExactly("done");
        two.report(1, "{\"a\":1}").expect(202);
        assertProblem(one.report(1, "{\"a\":1}"), 403, ProblemCode.CREDENTIALS_SUSPENDED);
    }

    @Test
    void provisioningAgainIsAllowed() {
        one.report(1, "{\"a\":1}").expect(202);
        assertThat(outcomes(act("\"ALLOW_REPROVISIONING\"", "", one.id()))).containsExactly("done");
        SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, ImportFile.imei(1)))
                .expect(200);
    }

    @Test
    void aDataModelIsGivenAndTakenAway() {
        String model = fleet.organization()
                .post(fleet.organizationPath() + "/device-models", "{\"name\":\"it\"}")
                .expect(201)
                .text("id");
        assertThat(outcomes(act("\"ASSIGN_MODEL\"", ",\"model\":\"" + model + "\"", one.id(), two.id())))
                .containsExactly("done", "done");
        assertThat(total("?model=" + model)).isEqualTo(2);
        assertThat(outcomes(act("\"ASSIGN_MODEL\"", ",\"model\":null", one.id())))
                .containsExactly("done");
        assertThat(total("?model=" + model)).isEqualTo(1);
        assertProblem(act("\"ASSIGN_MODEL\"", "", one.id()), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(act("\"SUSPEND\"", ",\"model\":null", one.id()), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(act("\"ASSIGN_MODEL\"", ",\"model\":\"" + UNKNOWN + "\"", one.id()), 404, ProblemCode.NOT_FOUND);
    }

    @Test
    void deletedDevicesMayJoinAgain() {
        one.report(1, "{\"a\":1}").expect(202);
        assertThat(outcomes(act("\"DELETE\"", "", one.id(), two.id()))).containsExactly("done", "done");
        assertThat(total("")).isZero();
        assertThat(outcomes(act("\"DELETE\"", "", one.id()))).containsExactly("not-found");
        SimulatedDevice.provision(server, certificate, ImportFile.imei(1));
        assertThat(total("")).isEqualTo(1);
    }

    @Test
    void newCredentialsAreShownOnceAndTheOldOnesEnd() {
        Certificate revoked = fleet.newCertificate();
        SimulatedDevice ended = SimulatedDevice.provision(server, revoked, ImportFile.imei(3));
        fleet.manufacturer().delete(fleet.certificatesPath() + "/" + revoked.id());
        Answer answer = fleet.organization()
                .post(
                        fleet.devicesPath() + "/credentials",
                        "{\"deviceIds\":[" + quoted(one.id(), UNKNOWN, ended.id()) + "]}")
                .expect(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(outcomes(answer)).containsExactly("rotated", "not-found", "device-invalidated");
        JsonObject credentials = answer.items().getJsonObject(0).getJsonObject("credentials");
        assertProblem(one.report(1, "{\"a\":1}"), 401, ProblemCode.UNAUTHENTICATED);
        server.nobody()
                .basic(credentials.getString("accessKey"), credentials.getString("accessToken"))
                .get("/api/v1/device")
                .expect(200);
    }

    @Test
    void whatIsNoActIsRefused() {
        assertProblem(act("\"EXPLODE\"", "", one.id()), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(act("null", "", one.id()), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(act("\"SUSPEND\"", ""), 422, ProblemCode.VALIDATION_FAILED);
        String[] many =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(501).toArray(String[]::new);
        assertProblem(act("\"SUSPEND\"", "", many), 422, ProblemCode.VALIDATION_FAILED);
    }

    private Answer act(String act, String more, String... ids) {
        return fleet.organization()
                .post(
                        fleet.devicesPath() + "/acts",
                        "{\"act\":%s,\"deviceIds\":[%s]%s}".formatted(act, quoted(ids), more));
    }

    private static String quoted(String... ids) {
        return Stream.of(ids).map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
    }

    private static List<String> outcomes(Answer answer) {
        return answer.expect(200).items().getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("outcome"))
                .toList();
    }

    private int total(String query) {
        return fleet.organization()
                .get(fleet.devicesPath() + query)
                .expect(200)
                .json()
                .getInt("total");
    }
}
