package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manufacturer's certificates, found by status, by name and by access key. */
class CertificateListIT {

    private final Database database = Database.POSTGRESQL;

    @TempDir
    Path directory;

    private Fleet fleet;

    @BeforeEach
    void makeCertificates() {
        fleet = Fleet.create(database.server());
        make("Line 1");
        make("Line 2 (100%_!)");
        make("Other");
    }

    @Test
    void areFoundByStatus() {
        String revoked = make("Gone");
        String planned = make("Going");
        fleet.manufacturer().delete(fleet.certificatesPath() + "/" + revoked).expect(204);
        fleet.manufacturer()
                .delete(fleet.certificatesPath() + "/" + planned + "?at="
                        + Instant.now().plus(Duration.ofHours(1)))
                .expect(200);

        assertThat(names("?status=ACTIVE")).containsExactly("Going", "Other", "Line 2 (100%_!)", "Line 1");
        assertThat(names("?status=REVOKED")).containsExactly("Gone");
        assertThat(names("?status=EXPIRED")).isEmpty();
        assertThat(names("?status=EXPIRED&status=REVOKED")).containsExactly("Gone");
        assertThat(names("?status=REVOKED&name=line")).isEmpty();
        assertThat(names("")).hasSize(5);
        assertProblem(get("?status=DEAD"), 422, ProblemCode.VALIDATION_FAILED);
    }

    @Test
    void areFoundByAPartOfTheirNames() {
        assertThat(names("?name=lInE")).containsExactly("Line 2 (100%_!)", "Line 1");
        assertThat(names("?name=%25_%21")).containsExactly("Line 2 (100%_!)");
        assertThat(names("?name=%25%25")).isEmpty();
        assertThat(names("?name=nothing")).isEmpty();
    }

    @Test
    void areFoundByTheirAccessKeys() {
        String id = make("By key");
        String accessKey = fleet.manufacturer()
                .get(fleet.certificatesPath() + "/" + id)
                .expect(200)
                .text("accessKey");

        assertThat(names("?name=" + accessKey.substring(3, 20).toLowerCase(java.util.Locale.ROOT)))
                .containsExactly("By key");
    }

    @Test
    void tellWhatTheyWereUsedFor() {
        fleet.enroll(ImportFile.of(1, 2));
        Certificate certificate = fleet.newCertificate();
        SimulatedDevice.provision(database.server(), certificate, ImportFile.imei(1));
        SimulatedDevice.provision(database.server(), certificate, ImportFile.imei(2));

        JsonObject used = get("?name=" + certificate.accessKey()).items().getJsonObject(0);
        JsonObject unused = get("?name=Other").items().getJsonObject(0);

        assertThat(used.getInt("devices")).isEqualTo(2);
        assertThat(Instant.parse(used.getString("lastUsedAt")))
                .isAfter(Instant.now().minusSeconds(60));
        assertThat(unused.getInt("devices")).isZero();
        assertThat(unused.containsKey("lastUsedAt")).isFalse();
    }

    @Test
    void areDownloadedWithTheirChain() throws Exception {
        String path = fleet.certificatesPath() + "/" + make("Files");
        JsonObject details = fleet.manufacturer().get(path).expect(200).json();
        Answer pem = fleet.manufacturer().get(path + "/certificate.pem").expect(200);
        Answer chain = fleet.manufacturer().get(path + "/chain.pem").expect(200);

        Openssl openssl = new Openssl(directory);
        assertThat(pem.header("Content-Type").orElse("")).startsWith("application/pem-certificate-chain");
        assertThat(chain.body()).startsWith(pem.body());
        assertThat(chain.body().split("BEGIN CERTIFICATE", -1)).hasSize(3);
        assertThat(openssl.fingerprint(pem.body(), "sha256")).isEqualTo(details.getString("sha256Fingerprint"));
        assertThat(openssl.fingerprint(pem.body(), "sha1")).isEqualTo(details.getString("sha1Fingerprint"));
    }

    private List<String> names(String query) {
        return get(query).items().stream()
                .map(JsonValue::asJsonObject)
                .map(certificate -> certificate.getString("name"))
                .toList();
    }

    private Answer get(String query) {
        return fleet.manufacturer().get(fleet.certificatesPath() + query);
    }

    /** @return its id */
    private String make(String name) {
        return fleet.manufacturer()
                .post(fleet.certificatesPath(), "{\"name\":\"%s\",\"purpose\":\"PROOF\"}".formatted(name))
                .expect(201)
                .text("id");
    }
}
