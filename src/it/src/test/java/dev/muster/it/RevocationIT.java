package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A certificate that is deleted proves nothing more, and what it proved stops: at once, or from a date on. */
class RevocationIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Database database = Database.POSTGRESQL;

    private MusterServer server;
    private Fleet fleet;
    private Certificate certificate;
    private String path;

    @BeforeEach
    void makeACertificate() {
        server = database.server();
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 3));
        certificate = fleet.newCertificate();
        path = fleet.certificatesPath() + "/" + certificate.id();
    }

    @Test
    void theDevicesOfADeletedCertificateStopAtOnce() {
        Certificate other = fleet.newCertificate();
        SimulatedDevice device = provision(1);
        SimulatedDevice spared = SimulatedDevice.provision(server, other, ImportFile.imei(2));
        device.report(1, "{\"a\":1}").expect(202);

        fleet.manufacturer().delete(path).expect(204);

        assertStopped(device);
        spared.report(1, "{\"a\":1}").expect(202);
        assertThat(details().getString("status")).isEqualTo("REVOKED");
        fleet.manufacturer().delete(path).expect(204);
        assertProvenAgain(device, other);
    }

    @Test
    void theImpactIsToldBeforehand() {
        SimulatedDevice used = provision(1);
        provision(2);
        assertImpact(2, 1, 0);

        used.report(1, "{\"a\":1}").expect(202);
        assertImpact(2, 1, 1);
        assertThat(details().getInt("devices")).isEqualTo(2);
        assertThat(Instant.parse(details().getString("lastUsedAt")))
                .isAfter(Instant.now().minusSeconds(60));

        fleet.manufacturer().delete(path).expect(204);
        assertImpact(0, 0, 0);
        assertThat(details().getInt("devices")).isEqualTo(2);
    }

    @Test
    void aPlanIsToldAndChangesNothingYet() {
        SimulatedDevice before = provision(1);
        Instant at = soon();
        JsonObject planned = plan(at, "&reason=SUPERSEDED");

        assertThat(planned.getString("status")).isEqualTo("ACTIVE");
        assertThat(planned.getString("revocationReason")).isEqualTo("SUPERSEDED");
        assertThat(Instant.parse(planned.getString("revocationPlannedFor"))).isBetween(at.minusMillis(1), at);
        assertThat(planned.containsKey("revokedAt")).isFalse();
        before.report(1, "{\"a\":1}").expect(202);
        provision(2).report(1, "{\"a\":1}").expect(202);
        assertImpact(2, 1, 2);
    }

    /** Nobody does anything when the date comes. The device that joined after the plan was made ends with the other. */
    @Test
    void aPlannedRevocationComesByItself() {
        SimulatedDevice before = provision(1);
        plan(soon(), "");
        SimulatedDevice after = provision(2);
        Instant at = Instant.now().plusSeconds(5);
        plan(at, "");

        Await.until(PATIENCE, () -> before.report(2, "{\"a\":2}").status(), status -> status == 403);

        assertThat(Instant.now()).isAfterOrEqualTo(at.minusMillis(1));
        assertStopped(before);
        assertStopped(after);
        assertThat(details().getString("status")).isEqualTo("REVOKED");
        assertProblem(fleet.manufacturer().delete(path + "/revocation"), 409, ProblemCode.CONFLICT);
        assertProblem(fleet.manufacturer().delete(path + "?at=" + soon()), 409, ProblemCode.CONFLICT);
    }

    @Test
    void aPlanThatIsCancelledNeverComes() {
        SimulatedDevice device = provision(1);
        plan(soon(), "");
        Instant at = Instant.now().plusSeconds(10);
        plan(at, "");
        fleet.manufacturer().delete(path + "/revocation").expect(204);

        Await.until(PATIENCE, Instant::now, now -> now.isAfter(at.plusMillis(200)));

        device.report(1, "{\"a\":1}").expect(202);
        provision(2).report(1, "{\"a\":1}").expect(202);
        assertThat(details().containsKey("revocationPlannedFor")).isFalse();
        assertProblem(fleet.manufacturer().delete(path + "/revocation"), 404, ProblemCode.NOT_FOUND);
    }

    @Test
    void deletingNowOverridesAPlan() {
        SimulatedDevice device = provision(1);
        fleet.manufacturer().delete(path + "?at=" + soon()).expect(200);

        fleet.manufacturer().delete(path + "?reason=KEY_COMPROMISE").expect(204);

        assertStopped(device);
        assertThat(details().getString("revocationReason")).isEqualTo("KEY_COMPROMISE");
    }

    /** A device that moves to another certificate leaves the plan of the old one behind. */
    @Test
    void theOrganizationSeesThePlanUntilTheDeviceHasMoved() {
        SimulatedDevice device = provision(1);
        fleet.manufacturer().delete(path + "?at=" + soon()).expect(200);
        String devicePath = fleet.devicesPath() + "/" + device.id();
        JsonObject seen = fleet.organization().get(devicePath).expect(200).json();
        assertThat(seen.getString("status")).isEqualTo("PROVISIONED");
        assertThat(Instant.parse(seen.getString("invalidatedAt"))).isAfter(Instant.now());

        SimulatedDevice.request(server.nobody(), Proof.fresh(fleet.newCertificate(), device.identifier()))
                .expect(200);

        seen = fleet.organization().get(devicePath).expect(200).json();
        assertThat(seen.containsKey("invalidatedAt")).isFalse();
    }

    @Test
    void badDatesAreRefusedAndChangeNothing() {
        SimulatedDevice device = provision(1);
        for (String wrong : List.of(
                Instant.now().minusSeconds(5).toString(),
                "2020-01-01T00:00:00Z",
                "20260-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "2036-01-01T00:00:00",
                "2036-01-01",
                "2036-02-30T00:00:00Z",
                "tomorrow",
                "")) {
            assertProblem(fleet.manufacturer().delete(path + "?at=" + wrong), 422, ProblemCode.VALIDATION_FAILED);
        }
        assertProblem(fleet.manufacturer().delete(path + "?reason=BORED"), 422, ProblemCode.VALIDATION_FAILED);
        device.report(1, "{\"a\":1}").expect(202);
        assertThat(details().getString("status")).isEqualTo("ACTIVE");
        assertThat(details().containsKey("revocationPlannedFor")).isFalse();
    }

    private JsonObject plan(Instant at, String more) {
        return fleet.manufacturer()
                .delete(path + "?at=" + at + more)
                .expect(200)
                .json();
    }

    private SimulatedDevice provision(int number) {
        return SimulatedDevice.provision(server, certificate, ImportFile.imei(number));
    }

    private static Instant soon() {
        return Instant.now().plus(Duration.ofHours(1));
    }

    private JsonObject details() {
        return fleet.manufacturer().get(path).expect(200).json();
    }

    private void assertImpact(int devices, int organizations, int activeLastDay) {
        JsonObject impact =
                fleet.manufacturer().get(path + "/impact").expect(200).json();
        assertThat(impact.getInt("devices")).isEqualTo(devices);
        assertThat(impact.getInt("organizations")).isEqualTo(organizations);
        assertThat(impact.getInt("activeLastDay")).isEqualTo(activeLastDay);
    }

    private void assertStopped(SimulatedDevice device) {
        assertProblem(device.report(9, "{\"a\":9}"), 403, ProblemCode.DEVICE_INVALIDATED);
        assertProblem(device.client().get("/api/v1/device"), 403, ProblemCode.DEVICE_INVALIDATED);
        assertProblem(
                SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, ImportFile.imei(3))),
                403,
                ProblemCode.CERTIFICATE_REVOKED);
    }

    /** A revocation must not brick the fleet. */
    private void assertProvenAgain(SimulatedDevice device, Certificate other) {
        Answer again = SimulatedDevice.request(server.nobody(), Proof.fresh(other, device.identifier()));
        SimulatedDevice.of(server, again.expect(200)).report(3, "{\"a\":3}").expect(202);
    }
}
