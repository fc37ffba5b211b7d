package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What belongs to another tenant does not exist: every path that names a tenant, with another's ids, under the other's
 * address and under one's own.
 */
class OtherTenantIT {

    private static final String REPAIR =
            "{\"column\":\"deviceType\",\"code\":\"unknown-type\",\"kind\":\"MEANT_TYPE\"}";

    private final Database database = Database.POSTGRESQL;

    private Fleet owner;
    private Fleet stranger;
    private String importId;
    private String deviceId;
    private String certificateId;
    private String noticeId;
    private String approvalId;
    private String modelId;

    @BeforeEach
    void fillATenant() {
        owner = Fleet.create(database.server());
        stranger = Fleet.create(database.server());
        owner.enroll(ImportFile.of(1, 3));
        Certificate certificate = owner.newCertificate();
        certificateId = certificate.id();
        deviceId = SimulatedDevice.provision(database.server(), certificate, ImportFile.imei(1))
                .id();
        importId = owner.upload(ImportFile.of(10, 1)).expect(201).text("id");
        approvalId = ask(certificate);
        noticeId = releaseOne();
        modelId = owner.organization()
                .post(owner.organizationPath() + "/device-models", "{\"name\":\"theirs\"}")
                .expect(201)
                .text("id");
    }

    @Test
    void anotherOrganizationsObjectsDoNotExist() {
        for (String tenant : List.of(owner.organizationPath(), stranger.organizationPath())) {
            for (ApiClient somebody : List.of(stranger.organization(), stranger.manufacturer())) {
                organizationObjects(tenant).forEach(call -> assertNotFound(somebody, call));
                credentialCalls(tenant).forEach(call -> assertNotFound(somebody, call));
            }
        }
        organizationLists(owner.organizationPath()).forEach(call -> assertNotFound(stranger.organization(), call));
        organizationLists(owner.organizationPath()).forEach(call -> assertNotFound(owner.manufacturer(), call));
        assertNothingHappenedToTheOrganization();
    }

    @Test
    void anotherManufacturersObjectsDoNotExist() {
        String foreign = "/api/v1/manufacturers/" + owner.manufacturerId();
        String own = "/api/v1/manufacturers/" + stranger.manufacturerId();
        for (String tenant : List.of(foreign, own)) {
            certificateObjects(tenant).forEach(call -> assertNotFound(stranger.manufacturer(), call));
        }
        manufacturerLists(foreign).forEach(call -> assertNotFound(stranger.manufacturer(), call));
        manufacturerLists(foreign).forEach(call -> assertNotFound(owner.organization(), call));
        manufacturerItself(foreign).forEach(call -> assertNotFound(stranger.manufacturer(), call));
        manufacturerItself(foreign).forEach(call -> assertNotFound(owner.organization(), call));
        assertNothingHappenedToTheManufacturer(foreign);
        assertThat(owner.manufacturer()
                        .get(owner.certificatesPath() + "/" + certificateId)
                        .expect(200)
                        .body())
                .doesNotContain("REVOKED");
    }

    @Test
    void withoutATokenNothingIsTold() {
        ApiClient nobody = database.server().nobody();
        for (Call call : organizationLists(owner.organizationPath())) {
            Answer answer = call.by(nobody);
            assertProblem(answer, 401, ProblemCode.UNAUTHENTICATED);
            assertThat(answer.header("WWW-Authenticate")).isPresent();
        }
    }

    private List<Call> organizationObjects(String tenant) {
        String draft = tenant + "/imports/" + importId;
        String device = tenant + "/devices/" + deviceId;
        String model = tenant + "/device-models/" + modelId;
        return List.of(
                new Call("GET", draft, null),
                new Call("DELETE", draft, null),
                new Call("GET", draft + "/rows", null),
                new Call("PATCH", draft + "/rows/1", "{\"deviceName\":\"taken over\"}"),
                new Call("DELETE", draft + "/rows/1", null),
                new Call("DELETE", draft + "/rows?row=1", null),
                new Call("DELETE", draft + "/rows?invalid=true", null),
                new Call("POST", draft + "/repairs", REPAIR),
                new Call("POST", draft + "/undo", null),
                new Call("GET", draft + "/report.csv", null),
                new Call("POST", draft + "/commit", "{\"validRowsOnly\":false}"),
                new Call("DELETE", tenant + "/enrollments/" + enrollmentId(), null),
                new Call("POST", tenant + "/notices/" + noticeId + "/read", null),
                new Call("GET", device, null),
                new Call("DELETE", device, null),
                new Call("GET", device + "/telemetry", null),
                new Call("GET", device + "/telemetry/latest", null),
                new Call("GET", device + "/certificates", null),
                new Call("GET", device + "/timeline", null),
                new Call("GET", device + "/peripherals", null),
                new Call("GET", device + "/telemetry/series?key=a", null),
                new Call("GET", device + "/telemetry.csv", null),
                new Call("PUT", device + "/model", "{\"model\":null}"),
                new Call("PUT", draft + "/model", "{\"model\":null}"),
                new Call("GET", model, null),
                new Call("GET", model + "/impact", null),
                new Call("PATCH", model, "{\"name\":\"taken over\"}"),
                new Call("DELETE", model, null));
    }

    private List<Call> credentialCalls(String tenant) {
        String device = tenant + "/devices/" + deviceId;
        String policy = "{\"reprovisioningPolicy\":\"NEVER\"}";
        return List.of(
                new Call("PATCH", tenant + "/imports/" + importId, policy),
                new Call("POST", tenant + "/imports/" + importId + "/credentials", null),
                new Call("POST", device + "/credentials", null),
                new Call("POST", device + "/suspend", null),
                new Call("POST", device + "/resume", null),
                new Call("POST", device + "/allow-reprovisioning", null),
                new Call("DELETE", device + "/allow-reprovisioning", null),
                new Call("POST", tenant + "/approvals/" + approvalId + "/approve", null),
                new Call("POST", tenant + "/approvals/" + approvalId + "/reject", null));
    }

    /** A device of another organization that waits: its request, to be guessed at. */
    private String ask(Certificate certificate) {
        owner.organization()
                .patch(owner.organizationPath(), "{\"reprovisioningPolicy\":\"APPROVAL\"}", null)
                .expect(200);
        SimulatedDevice.request(database.server().nobody(), Proof.fresh(certificate, ImportFile.imei(1)))
                .expect(202);
        return owner.organization()
                .get(owner.organizationPath() + "/approvals")
                .expect(200)
                .items()
                .getJsonObject(0)
                .getString("id");
    }

    private List<Call> organizationLists(String tenant) {
        return List.of(
                new Call("GET", tenant + "/imports", null),
                new Call("POST", tenant + "/imports?manufacturer=" + owner.manufacturerId(), ImportFile.of(50, 1)),
                new Call("GET", tenant + "/enrollments", null),
                new Call("GET", tenant + "/notices", null),
                new Call("GET", tenant + "/devices", null),
                new Call("GET", tenant + "/devices.csv", null),
                new Call("GET", tenant + "/attempts", null),
                new Call("PATCH", tenant, "{\"reprovisioningPolicy\":\"NEVER\"}"),
                new Call("GET", tenant + "/approvals", null),
                new Call("POST", tenant + "/approvals/approve", "{\"approvalIds\":[\"" + approvalId + "\"]}"),
                new Call("POST", tenant + "/devices/allow-reprovisioning", "{\"deviceIds\":[\"" + deviceId + "\"]}"),
                new Call("POST", tenant + "/devices/credentials", "{\"deviceIds\":[\"" + deviceId + "\"]}"),
                new Call("POST", tenant + "/devices/acts", "{\"act\":\"DELETE\",\"deviceIds\":[\"" + deviceId + "\"]}"),
                new Call("GET", tenant + "/device-models", null),
                new Call("POST", tenant + "/device-models", "{\"name\":\"x\"}"));
    }

    private List<Call> certificateObjects(String tenant) {
        String certificate = tenant + "/certificates/" + certificateId;
        return List.of(
                new Call("GET", certificate, null),
                new Call("GET", certificate + "/impact", null),
                new Call("PATCH", certificate, "{\"maxDevices\":1}"),
                new Call("GET", certificate + "/certificate.pem", null),
                new Call("GET", certificate + "/chain.pem", null),
                new Call("DELETE", certificate, null),
                new Call("DELETE", certificate + "?at=2036-01-01T00:00:00Z", null),
                new Call("DELETE", certificate + "/revocation", null));
    }

    private static List<Call> manufacturerLists(String tenant) {
        return List.of(
                new Call("GET", tenant + "/certificates", null),
                new Call("POST", tenant + "/certificates", "{\"name\":\"x\",\"purpose\":\"PROOF\"}"),
                new Call("GET", tenant + "/attempts", null));
    }

    private List<Call> manufacturerItself(String tenant) {
        String allowed = tenant + "/allowed-organizations";
        String identifier = tenant + "/identifiers/" + ImportFile.imei(2);
        return List.of(
                new Call("GET", tenant, null),
                new Call("PATCH", tenant, "{\"contact\":\"taken over\",\"enrollment\":\"ALLOWED_ORGANIZATIONS\"}"),
                new Call("POST", tenant + "/suspend", null),
                new Call("POST", tenant + "/resume", null),
                new Call("GET", allowed, null),
                new Call("POST", allowed, "{\"name\":\"" + stranger.organizationName() + "\"}"),
                new Call("PUT", allowed + "/" + stranger.organizationId(), null),
                new Call("DELETE", allowed + "/" + stranger.organizationId(), null),
                new Call("GET", identifier, null),
                new Call("DELETE", identifier + "?reason=mine", null));
    }

    private void assertNothingHappenedToTheManufacturer(String tenant) {
        assertThat(owner.manufacturer().get(tenant).expect(200).body())
                .contains("\"ACTIVE\"", "\"OPEN\"")
                .doesNotContain("taken over");
        assertThat(owner.manufacturer()
                        .get(tenant + "/allowed-organizations")
                        .expect(200)
                        .items())
                .isEmpty();
        assertThat(owner.enrollments()).isEqualTo(2);
    }

    private String releaseOne() {
        String identifier = "/api/v1/manufacturers/" + owner.manufacturerId() + "/identifiers/" + ImportFile.imei(3);
        owner.manufacturer().delete(identifier + "?reason=it").expect(204);
        return owner.organization()
                .get(owner.organizationPath() + "/notices")
                .expect(200)
                .items()
                .getJsonObject(0)
                .getString("id");
    }

    private static void assertNotFound(ApiClient somebody, Call call) {
        assertProblem(call.by(somebody), 404, ProblemCode.NOT_FOUND);
    }

    private void assertNothingHappenedToTheOrganization() {
        assertThat(owner.organization()
                        .get(owner.importsPath() + "/" + importId)
                        .expect(200)
                        .text("status"))
                .isEqualTo("DRAFT");
        assertThat(owner.organization()
                        .get(owner.devicesPath() + "/" + deviceId)
                        .expect(200)
                        .body())
                .doesNotContain("SUSPENDED", "reprovisioningAllowedAt");
        assertThat(total(owner.organizationPath() + "/approvals")).isEqualTo(1);
        assertThat(total(owner.organizationPath() + "/enrollments")).isEqualTo(2);
        assertThat(total(owner.organizationPath() + "/notices?unread=true")).isEqualTo(1);
        assertThat(total(owner.importsPath())).isEqualTo(2);
    }

    private int total(String path) {
        return owner.organization().get(path).expect(200).json().getInt("total");
    }

    private String enrollmentId() {
        return owner.organization()
                .get(owner.organizationPath() + "/enrollments")
                .expect(200)
                .items()
                .getJsonObject(0)
                .get("id")
                .toString()
                .replace("\"", "");
    }

    /** One call of the management API. @param body JSON or, for an import, CSV; null for none */
    private record Call(String method, String path, String body) {

        private static final Map<Boolean, String> MEDIA_TYPE = Map.of(true, "text/csv", false, "application/json");

        Answer by(ApiClient client) {
            var request = client.request(path);
            if (body == null) {
                return client.send(request.method(method, java.net.http.HttpRequest.BodyPublishers.noBody()));
            }
            request.header("Content-Type", MEDIA_TYPE.get(path.contains("/imports?")));
            return client.send(request.method(method, java.net.http.HttpRequest.BodyPublishers.ofString(body)));
        }
    }
}
