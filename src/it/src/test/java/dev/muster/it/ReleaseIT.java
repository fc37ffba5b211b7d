package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A manufacturer looks at its identifiers, and takes back those that somebody enrolled who should not have. */
class ReleaseIT {

    private static final String REASON = "Enrolled by mistake";

    private final Database database = Database.POSTGRESQL;

    private MusterServer server;
    private Fleet fleet;

    @BeforeEach
    void makeTenants() {
        server = database.server();
        fleet = Fleet.create(server);
    }

    @Test
    void theManufacturerSeesHowFarAnIdentifierHasComeAndNotWhoHoldsIt() {
        String imei = ImportFile.imei(1);
        assertState(imei, "NOT_ENROLLED");
        assertThat(look(imei).json().keySet()).containsExactlyInAnyOrder("uniqueIdentifier", "state");

        fleet.enroll(ImportFile.of(1, 1));
        assertState(imei, "ENROLLED");
        assertState(imei.substring(0, 14), "ENROLLED");

        Certificate certificate = fleet.newCertificate();
        SimulatedDevice device = SimulatedDevice.provision(server, certificate, imei);
        assertState(imei, "PROVISIONED");

        device.report(1, "{\"a\":1}").expect(202);
        assertState(imei, "ACTIVE");

        fleet.manufacturer()
                .delete(fleet.certificatesPath() + "/" + certificate.id())
                .expect(204);
        assertState(imei, "INVALIDATED");
    }

    @Test
    void aReleasedIdentifierBelongsToWhoEnrollsItNext() {
        String imei = ImportFile.imei(1);
        Fleet rightful = fleet.rival();
        Certificate certificate = fleet.newCertificate();
        fleet.enroll(ImportFile.of(1, 2));
        assertThat(Draft.of(rightful, ImportFile.of(1, 1)).faults(1)).contains("uniqueIdentifier:held-elsewhere");

        release(fleet.manufacturer(), imei.substring(0, 14), REASON).expect(204);

        assertState(imei, "NOT_ENROLLED");
        assertThat(fleet.enrollments()).isEqualTo(1);
        assertProblem(prove(certificate, imei), 404, ProblemCode.DEVICE_NOT_IMPORTED);
        rightful.enroll(ImportFile.of(1, 1));
        assertThat(prove(certificate, imei).expect(201).text("organizationId")).isEqualTo(rightful.organizationId());
        assertThat(notices(rightful, "")).isEmpty();
    }

    @Test
    void theOrganizationIsToldUntilItHasRead() {
        fleet.enroll(ImportFile.of(1, 2));
        release(fleet.manufacturer(), ImportFile.imei(1), REASON).expect(204);
        release(server.administratorByToken(), ImportFile.imei(2), "Ümläut & <b>")
                .expect(204);

        List<JsonObject> told = notices(fleet, "");
        assertThat(told).hasSize(2);
        JsonObject byAdministrator = told.get(0);
        JsonObject byManufacturer = told.get(1);
        assertThat(byManufacturer.getString("kind")).isEqualTo("IDENTIFIER_RELEASED");
        assertThat(byManufacturer.keySet()).doesNotContain("certificate", "devices", "devicesNow", "withdrawnAt");
        assertThat(byManufacturer.getString("releasedAt")).isEqualTo(byManufacturer.getString("writtenAt"));
        assertThat(byManufacturer.getString("uniqueIdentifier")).isEqualTo(ImportFile.imei(1));
        assertThat(byManufacturer.getString("deviceName")).isEqualTo("device-1");
        assertThat(byManufacturer.getString("reason")).isEqualTo(REASON);
        assertThat(byManufacturer.getString("releasedBy")).isEqualTo("MANUFACTURER");
        assertThat(byManufacturer.getBoolean("deviceDeleted")).isFalse();
        assertThat(byManufacturer.getJsonObject("manufacturer").getString("id")).isEqualTo(fleet.manufacturerId());
        assertThat(byAdministrator.getString("releasedBy")).isEqualTo("ADMINISTRATOR");
        assertThat(byAdministrator.getString("reason")).isEqualTo("Ümläut & <b>");

        String read = fleet.organizationPath() + "/notices/" + byManufacturer.getString("id") + "/read";
        fleet.organization().post(read, "").expect(204);
        fleet.organization().post(read, "").expect(204);

        assertThat(notices(fleet, "?unread=true")).containsExactly(byAdministrator);
        assertThat(notices(fleet, "")).hasSize(2);
    }

    @Test
    void onceADeviceHasComeOfItOnlyAnAdministratorReleasesIt() {
        String imei = ImportFile.imei(1);
        ApiClient admin = server.administratorByToken();
        fleet.enroll(ImportFile.of(1, 1));
        SimulatedDevice device = SimulatedDevice.provision(server, fleet.newCertificate(), imei);
        device.report(1, "{\"a\":1}").expect(202);

        assertProblem(release(fleet.manufacturer(), imei, REASON), 409, ProblemCode.CONFLICT);
        assertProblem(releaseWithDevice(fleet.manufacturer(), imei), 403, ProblemCode.FORBIDDEN);
        assertProblem(release(admin, imei, REASON), 409, ProblemCode.CONFLICT);
        device.report(2, "{\"a\":2}").expect(202);
        assertThat(notices(fleet, "")).isEmpty();

        releaseWithDevice(admin, imei).expect(204);

        assertProblem(device.report(3, "{\"a\":3}"), 401, ProblemCode.UNAUTHENTICATED);
        assertThat(fleet.organization().get(fleet.devicesPath()).expect(200).items())
                .isEmpty();
        assertThat(fleet.enrollments()).isZero();
        assertThat(notices(fleet, "").get(0).getBoolean("deviceDeleted")).isTrue();
        assertState(imei, "NOT_ENROLLED");
    }

    @Test
    void whatCannotBeReleasedIsRefused() {
        fleet.enroll(ImportFile.of(1, 1));
        String wrongDigit =
                ImportFile.imei(1).substring(0, 14) + (char) (ImportFile.imei(1).charAt(14) ^ 1);

        assertProblem(release(fleet.manufacturer(), ImportFile.imei(2), REASON), 404, ProblemCode.NOT_FOUND);
        assertProblem(release(fleet.manufacturer(), ImportFile.imei(1), " "), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(fleet.manufacturer().delete(path(ImportFile.imei(1))), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(
                release(fleet.manufacturer(), ImportFile.imei(1), "x".repeat(501)), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(release(fleet.manufacturer(), wrongDigit, REASON), 422, ProblemCode.INVALID_IDENTIFIER);
        JsonObject problem = assertProblem(look(wrongDigit), 422, ProblemCode.INVALID_IDENTIFIER);
        assertThat(problem.toString()).doesNotContain(wrongDigit);
        assertThat(fleet.enrollments()).isEqualTo(1);
    }

    /** As when an organization deletes the gateway's enrollment. */
    @Test
    void thePeripheralsOfAReleasedGatewayStay() {
        fleet = Fleet.create(server, "ANY");
        fleet.enroll("""
                uniqueIdentifier,deviceName,deviceType,parentGateway
                rack 1/A,gateway,GATEWAY,
                probe,probe,PERIPHERAL,rack 1/A
                """);

        assertThat(look("RACK%201%2FA").expect(200).text("state")).isEqualTo("ENROLLED");
        assertThat(look("rack%201/a").expect(200).text("uniqueIdentifier")).isEqualTo("rack 1/a");
        release(fleet.manufacturer(), "rack%201%2FA", REASON).expect(204);

        JsonObject left = fleet.organization()
                .get(fleet.organizationPath() + "/enrollments")
                .expect(200)
                .items()
                .getJsonObject(0);
        assertThat(left.getString("uniqueIdentifier")).isEqualTo("probe");
        assertThat(left.getString("parentGateway")).isEqualTo("RACK 1/A");
        prove(fleet.newCertificate(), "probe").expect(201);
    }

    /** One of the two comes first; the other one sees it. */
    @Test
    void aProofAndAReleaseOfTheSameMomentAreDecidedByTheEnrollment() {
        int devices = 40;
        fleet.enroll(ImportFile.of(1, devices));
        Certificate certificate = fleet.newCertificate();
        List<Race> races = LongStream.rangeClosed(1, devices)
                .mapToObj(ImportFile::imei)
                .map(imei -> new Race(
                        imei,
                        CompletableFuture.supplyAsync(() -> prove(certificate, imei)),
                        CompletableFuture.supplyAsync(() -> release(fleet.manufacturer(), imei, REASON))))
                .toList();

        long proven = races.stream().filter(this::isWonByTheProof).count();

        assertThat(fleet.enrollments()).isEqualTo((int) proven);
        assertThat(fleet.organization()
                        .get(fleet.devicesPath())
                        .expect(200)
                        .json()
                        .getInt("total"))
                .isEqualTo((int) proven);
        assertThat(notices(fleet, "")).hasSize(devices - (int) proven);
    }

    private boolean isWonByTheProof(Race race) {
        Answer proof = race.proof.join();
        Answer release = race.release.join();
        if (proof.status() == 201) {
            assertProblem(release, 409, ProblemCode.CONFLICT);
            assertState(race.imei, "PROVISIONED");
            return true;
        }
        assertProblem(proof, 404, ProblemCode.DEVICE_NOT_IMPORTED);
        release.expect(204);
        assertState(race.imei, "NOT_ENROLLED");
        return false;
    }

    private record Race(String imei, CompletableFuture<Answer> proof, CompletableFuture<Answer> release) {}

    private Answer prove(Certificate certificate, String identifier) {
        return SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, identifier));
    }

    private void assertState(String identifier, String state) {
        Answer answer = look(identifier).expect(200);
        assertThat(answer.text("state")).isEqualTo(state);
        assertThat(answer.text("uniqueIdentifier")).isEqualTo(identifier);
        assertThat(answer.body()).doesNotContain(fleet.organizationId(), fleet.organizationName(), "device-");
        if (!state.equals("NOT_ENROLLED")) {
            assertThat(Instant.parse(answer.text("since")))
                    .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(5));
        }
    }

    private Answer look(String identifier) {
        return fleet.manufacturer().get(path(identifier));
    }

    private Answer release(ApiClient by, String identifier, String reason) {
        return by.delete(path(identifier) + "?reason=" + Draft.encoded(reason));
    }

    private Answer releaseWithDevice(ApiClient by, String identifier) {
        return by.delete(path(identifier) + "?withDevice=true&reason=" + Draft.encoded(REASON));
    }

    private String path(String identifier) {
        return fleet.manufacturerPath() + "/identifiers/" + identifier;
    }

    private static List<JsonObject> notices(Fleet of, String query) {
        return of.organization()
                .get(of.organizationPath() + "/notices" + query)
                .expect(200)
                .items()
                .getValuesAs(JsonObject.class);
    }
}
