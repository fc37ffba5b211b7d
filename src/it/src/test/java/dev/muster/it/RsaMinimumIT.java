package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose operator asks for RSA keys of 3,072 bits, beside one that takes what the protocol promises. */
class RsaMinimumIT {

    private final MusterServer usual = Database.POSTGRESQL.server();
    private final MusterServer strict = Database.another();

    @TempDir
    Path directory;

    private final Fleet fleet = Fleet.create(usual);

    @Test
    void aManufacturersKeyHasToBeLongEnough() throws Exception {
        OutsideKeys keys = OutsideKeys.in(directory);
        String shorter = wish(keys.request("RSA_2048"));
        ApiClient atStrict = fleet.manufacturer().at(strict);
        Answer refused = atStrict.post(fleet.certificatesPath(), shorter);
        assertProblem(refused, 422, ProblemCode.VALIDATION_FAILED);
        assertThat(refused.text("detail")).contains("RSA with 2048 bits", "at least 3072 bits");
        fleet.manufacturer().post(fleet.certificatesPath(), shorter).expect(201);
        atStrict.post(fleet.certificatesPath(), wish(keys.request("RSA_3072"))).expect(201);
        atStrict.post(fleet.certificatesPath(), wish(keys.request("EC_P256"))).expect(201);
    }

    @Test
    void soHasADevicesAndAnExistingCertificateGoesOn() throws Exception {
        fleet.enroll(ImportFile.of(1, 2));
        Certificate certificate = fleet.newCertificate();
        OwnKey shorter = OwnKey.create(directory, "RSA", "rsa_keygen_bits:2048");
        String address = "/api/v1/provision/" + certificate.accessKey();
        String body = shorter.body(certificate, ImportFile.imei(1));
        assertProblem(strict.nobody().post(address, body), 422, ProblemCode.VALIDATION_FAILED);
        Answer joined = usual.nobody().post(address, body).expect(201);

        ApiClient device = shorter.client(strict, joined);
        device.get("/api/v1/device").expect(200);
        assertProblem(device.post("/api/v1/provision", shorter.body()), 422, ProblemCode.VALIDATION_FAILED);
        device.post("/api/v1/provision", OwnKey.create(directory).body()).expect(200);
    }

    private static String wish(String csr) {
        return Json.createObjectBuilder()
                .add("name", "x")
                .add("csr", csr)
                .build()
                .toString();
    }
}
