package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A certificate that is deleted proves nothing more, and what it proved stops at once. */
@OnBothDatabases
class RevocationIT {

    @Parameter
    Database database;

    @Test
    void theDevicesOfADeletedCertificateStopAtOnce() {
        MusterServer server = database.server();
        Fleet fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 3));
        Certificate certificate = fleet.newCertificate();
        Certificate other = fleet.newCertificate();
        SimulatedDevice device = SimulatedDevice.provision(server, certificate, ImportFile.imei(1));
        SimulatedDevice spared = SimulatedDevice.provision(server, other, ImportFile.imei(2));
        device.send(1, "{\"a\":1}").expect(202);
        String path = fleet.certificatesPath() + "/" + certificate.id();
        JsonObject impact =
                fleet.manufacturer().get(path + "/impact").expect(200).json();
        assertThat(impact.getInt("devices")).isEqualTo(1);
        assertThat(impact.getInt("organizations")).isEqualTo(1);

        assertThat(fleet.manufacturer().delete(path).status()).isIn(200, 204);

        assertProblem(device.send(2, "{\"a\":2}"), 403, ProblemCode.DEVICE_INVALIDATED);
        assertProblem(device.client().get("/api/v1/device"), 403, ProblemCode.DEVICE_INVALIDATED);
        assertProblem(
                SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, ImportFile.imei(3))),
                403,
                ProblemCode.CERTIFICATE_REVOKED);
        spared.send(1, "{\"a\":1}").expect(202);
        assertThat(fleet.manufacturer().get(path).expect(200).body()).contains("REVOKED");
        assertProvenAgain(server, device, other);
    }

    /** A revocation must not brick the fleet. */
    private static void assertProvenAgain(MusterServer server, SimulatedDevice device, Certificate other) {
        Answer again = SimulatedDevice.request(server.nobody(), Proof.fresh(other, device.identifier()));
        SimulatedDevice.of(server, again.expect(200)).send(3, "{\"a\":3}").expect(202);
    }
}
