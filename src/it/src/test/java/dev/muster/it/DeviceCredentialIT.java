package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a manager does to the credentials of devices, and what the devices are told then. */
class DeviceCredentialIT {

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
    void theyAreInactiveUntilTheirFirstUse() {
        SimulatedDevice device = join(1);
        assertStates(device, "PROVISIONED", "INACTIVE");
        device.report(1, "{\"a\":1}").expect(202);
        assertStates(device, "ACTIVE", "ACTIVE");
    }

    @Test
    void suspendedOnesAreRefusedUntilTheyAreResumed() {
        SimulatedDevice device = join(1);
        device.report(1, "{\"a\":1}").expect(202);
        act(device, "suspend").expect(200);
        act(device, "suspend").expect(200);
        assertStates(device, "ACTIVE", "SUSPENDED");
        assertProblem(device.report(2, "{\"a\":2}"), 403, ProblemCode.CREDENTIALS_SUSPENDED);
        assertProblem(device.client().get("/api/v1/device"), 403, ProblemCode.CREDENTIALS_SUSPENDED);
        ApiClient wrong = server.nobody().basic(accessKey(device), "A".repeat(43));
        assertProblem(wrong.get("/api/v1/device"), 401, ProblemCode.UNAUTHENTICATED);
        act(device, "resume").expect(200);
        device.report(2, "{\"a\":2}").expect(202);
        assertStates(device, "ACTIVE", "ACTIVE");
    }

    @Test
    void aSuspensionOutlastsAnotherProof() {
        SimulatedDevice device = join(1);
        act(device, "suspend").expect(200);
        SimulatedDevice again = SimulatedDevice.of(
                server,
                SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, ImportFile.imei(1)))
                        .expect(200));
        assertProblem(device.report(1, "{\"a\":1}"), 401, ProblemCode.UNAUTHENTICATED);
        assertProblem(again.report(1, "{\"a\":1}"), 403, ProblemCode.CREDENTIALS_SUSPENDED);
        act(device, "resume").expect(200);
        again.report(1, "{\"a\":1}").expect(202);
    }

    @Test
    void aManagerGivesNewOnesAndTheDoorForProofsStaysAsItWas() {
        SimulatedDevice device = join(1);
        device.report(1, "{\"a\":1}").expect(202);
        Answer given = fleet.organization().post(path(device) + "/credentials", "");
        JsonObject credentials = given.expect(200).json();
        assertThat(given.header("Cache-Control")).contains("no-store");
        assertThat(credentials.keySet()).containsExactlyInAnyOrder("clientId", "accessKey", "accessToken");
        assertThat(credentials.getString("clientId")).isEqualTo(device.id());
        assertStates(device, "ACTIVE", "INACTIVE");
        assertProblem(device.report(2, "{\"a\":2}"), 401, ProblemCode.UNAUTHENTICATED);
        assertProblem(
                SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, ImportFile.imei(1))),
                409,
                ProblemCode.ALREADY_PROVISIONED);
        ApiClient login =
                server.nobody().basic(credentials.getString("accessKey"), credentials.getString("accessToken"));
        login.get("/api/v1/device").expect(200);
        assertStates(device, "ACTIVE", "ACTIVE");
        assertThat(fleet.organization().get(path(device)).expect(200).body())
                .doesNotContain(credentials.getString("accessToken"));
    }

    @Test
    void newOnesOfAnInvalidatedDeviceWouldNotCount() {
        SimulatedDevice device = join(1);
        fleet.manufacturer().delete(fleet.certificatesPath() + "/" + certificate.id());
        assertStates(device, "INVALIDATED", "REVOKED");
        assertProblem(fleet.organization().post(path(device) + "/credentials", ""), 409, ProblemCode.CONFLICT);
    }

    @Test
    void aWholeImportGetsNewOnesWithTheOutcomeOfEach() {
        String batch = fleet.upload(ImportFile.of(1, 4)).expect(201).text("id");
        fleet.commit(batch).expect(200);
        Certificate revoked = fleet.newCertificate();
        SimulatedDevice first = SimulatedDevice.provision(server, certificate, ImportFile.imei(1));
        SimulatedDevice.provision(server, certificate, ImportFile.imei(2));
        SimulatedDevice.provision(server, revoked, ImportFile.imei(3));
        fleet.manufacturer().delete(fleet.certificatesPath() + "/" + revoked.id());
        String rotation = fleet.importsPath() + "/" + batch + "/credentials";
        Answer firstPage = fleet.organization().post(rotation + "?page=0&size=1", "");
        assertThat(firstPage.expect(200).json().getInt("total")).isEqualTo(4);
        assertRotated(firstPage.items(), 0, first.id());
        JsonArray rest = fleet.organization()
                .post(rotation + "?page=0&size=500", "")
                .expect(200)
                .items();
        assertThat(rest.stream().map(item -> item.asJsonObject().getString("outcome")))
                .containsExactly("rotated", "rotated", "device-invalidated", "not-provisioned");
        assertRotated(rest, 0, first.id());
        assertThat(rest.getJsonObject(3)).doesNotContainKey("credentials");
        assertProblem(first.report(1, "{\"a\":1}"), 401, ProblemCode.UNAUTHENTICATED);
    }

    private void assertRotated(JsonArray items, int index, String deviceId) {
        JsonObject item = items.getJsonObject(index);
        assertThat(item.getString("outcome")).isEqualTo("rotated");
        JsonObject credentials = item.getJsonObject("credentials");
        assertThat(credentials.getString("clientId")).isEqualTo(deviceId);
        ApiClient login =
                server.nobody().basic(credentials.getString("accessKey"), credentials.getString("accessToken"));
        login.get("/api/v1/device").expect(200);
    }

    private SimulatedDevice join(int serial) {
        fleet.enroll(ImportFile.of(serial, 1));
        return SimulatedDevice.provision(server, certificate, ImportFile.imei(serial));
    }

    private Answer act(SimulatedDevice device, String verb) {
        return fleet.organization().post(path(device) + "/" + verb, "");
    }

    private void assertStates(SimulatedDevice device, String status, String credentials) {
        JsonObject json = fleet.organization().get(path(device)).expect(200).json();
        assertThat(json.getString("status")).isEqualTo(status);
        assertThat(json.getString("credentialStatus")).isEqualTo(credentials);
    }

    private String path(SimulatedDevice device) {
        return fleet.devicesPath() + "/" + device.id();
    }

    private static String accessKey(SimulatedDevice device) {
        String pair = device.client().authorization().substring("Basic ".length());
        return new String(java.util.Base64.getDecoder().decode(pair), java.nio.charset.StandardCharsets.UTF_8)
                .split(":")[0];
    }
}
