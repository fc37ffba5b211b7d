package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices that have a key and a certificate of their own, made by openssl under a DEVICE_CA, and prove themselves. */
class DeviceCertificateIT {

    private final Database database = Database.POSTGRESQL;

    @TempDir
    Path directory;

    private MusterServer server;
    private Fleet fleet;
    private DeviceCa factory;

    @BeforeEach
    void makeTenants() throws Exception {
        server = database.server();
        fleet = Fleet.create(server);
        factory = DeviceCa.create(fleet, directory);
        fleet.enroll(ImportFile.of(1, 3));
    }

    @Test
    void aDeviceIsProvisionedByItsOwnCertificate() throws Exception {
        CertifiedDevice device = factory.device(ImportFile.imei(1));
        String proof = device.body(ImportFile.imei(1));
        Answer provisioned = request(device, proof).expect(201);
        assertThat(provisioned.json().getString("uniqueIdentifier")).isEqualTo(ImportFile.imei(1));
        assertProblem(request(device, proof), 409, ProblemCode.REPLAYED_PROOF);
        String withIssuer = device.body(ImportFile.imei(1), List.of(device.certificate(), factory.certificate()));
        Answer rotated = request(device, withIssuer).expect(200);
        SimulatedDevice.of(server, rotated).report(1, "{\"a\":1}").expect(202);
        assertProblem(request(device, device.body(ImportFile.imei(1))), 409, ProblemCode.ALREADY_PROVISIONED);
    }

    @Test
    void theCommonNameIsTheIdentifierWhereThereIsNoSerialNumber() throws Exception {
        CertifiedDevice device = factory.device("/CN=" + ImportFile.imei(2), 10);
        request(device, device.body(ImportFile.imei(2))).expect(201);
    }

    @Test
    void whatIsNoDeviceOfThisFactoryIsRefusedLikeAnUnknownAccessKey() throws Exception {
        CertifiedDevice device = factory.device(ImportFile.imei(1));
        Answer unknown =
                request(device.at("A".repeat(26)), device.at("A".repeat(26)).body(ImportFile.imei(1)));
        CertifiedDevice strange =
                DeviceCa.create(fleet, directory).device(ImportFile.imei(1)).at(factory.accessKey());
        CertifiedDevice authority =
                new CertifiedDevice(factory.accessKey(), factory.privateKey(), factory.certificate());
        CertifiedDevice expired = factory.device("/serialNumber=" + ImportFile.imei(1), -1);
        assertProblem(unknown, 401, ProblemCode.INVALID_PROOF);
        for (CertifiedDevice bad : List.of(strange, authority, expired)) {
            Answer answer = request(bad, bad.body(ImportFile.imei(1)));
            assertProblem(answer, 401, ProblemCode.INVALID_PROOF);
            assertThat(Problems.comparable(answer)).isEqualTo(Problems.comparable(unknown));
        }
        assertThat(attempts()).contains("DEVICE_CERTIFICATE_REFUSED");
        request(device, device.body(ImportFile.imei(1))).expect(201);
    }

    @Test
    void aBodyForAnotherDeviceIsRefused() throws Exception {
        CertifiedDevice device = factory.device(ImportFile.imei(1));
        assertProblem(request(device, device.body(ImportFile.imei(2))), 401, ProblemCode.INVALID_PROOF);
        assertThat(attempts()).contains("WRONG_SUBJECT");
    }

    @Test
    void eachPurposeHasItsOwnFormOfProof() throws Exception {
        CertifiedDevice device = factory.device(ImportFile.imei(1));
        Certificate shared = fleet.newCertificate();
        CertifiedDevice misled = device.at(shared.accessKey());
        assertProblem(request(misled, misled.body(ImportFile.imei(1))), 401, ProblemCode.INVALID_PROOF);
        Certificate authority = new Certificate(
                factory.id(), factory.accessKey(), factory.created().getString("accessToken"), factory.privateKey());
        assertProblem(
                SimulatedDevice.request(server.nobody(), Proof.fresh(authority, ImportFile.imei(1))),
                401,
                ProblemCode.INVALID_PROOF);
        assertThat(attempts()).contains("PROOF_NOT_OF_PURPOSE");
    }

    @Test
    void anIdentifierThatCanBeNoneIsNamed() throws Exception {
        CertifiedDevice device = factory.device("/CN=SN_" + ImportFile.imei(1), 10);
        assertProblem(request(device, device.body(ImportFile.imei(1))), 422, ProblemCode.INVALID_IDENTIFIER);
    }

    @Test
    void aChainThatCannotBeReadIsMalformed() throws Exception {
        CertifiedDevice device = factory.device(ImportFile.imei(1));
        String body = device.body(ImportFile.imei(1), List.of("no certificate!"));
        assertProblem(request(device, body), 400, ProblemCode.MALFORMED_REQUEST);
    }

    @Test
    void aDeviceOfADeletedAuthorityIsToldSo() throws Exception {
        CertifiedDevice device = factory.device(ImportFile.imei(1));
        fleet.manufacturer().delete(fleet.certificatesPath() + "/" + factory.id());
        assertProblem(request(device, device.body(ImportFile.imei(1))), 403, ProblemCode.CERTIFICATE_REVOKED);
        assertProblem(request(device, device.body(ImportFile.imei(2))), 401, ProblemCode.INVALID_PROOF);
    }

    private Answer request(CertifiedDevice device, String body) {
        return SimulatedDevice.request(server.nobody(), device.accessKey(), body);
    }

    private String attempts() {
        return fleet.manufacturer()
                .get("/api/v1/manufacturers/" + fleet.manufacturerId() + "/attempts")
                .expect(200)
                .body();
    }
}
