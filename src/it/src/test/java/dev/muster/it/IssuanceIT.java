package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates of every purpose, kind of key and validity, for keys made here and brought: openssl says what they are. */
class IssuanceIT {

    private static final int CERTIFICATES = 300;

    private static final Duration FOR_RSA = Duration.ofMinutes(10);

    @TempDir
    static Path directory;

    private static OutsideKeys keys;
    private static Openssl openssl;
    private static Path root;

    private Fleet fleet;

    @BeforeAll
    static void makeADevicesKeyAndRequest() throws Exception {
        keys = OutsideKeys.in(directory);
        openssl = keys.openssl();
        root = Database.POSTGRESQL.server().deviceRoot();
        Path request = keys.request(keys.key("EC_P256"), "/serialNumber=1/CN=1");
        Files.copy(request, directory.resolve("device-request.pem"));
        Files.writeString(directory.resolve("device.ext"), """
                basicConstraints=critical,CA:FALSE
                keyUsage=critical,digitalSignature
                extendedKeyUsage=clientAuth
                subjectKeyIdentifier=hash
                authorityKeyIdentifier=keyid
                """);
    }

    @BeforeEach
    void makeAManufacturer() {
        fleet = Fleet.create(Database.POSTGRESQL.server());
    }

    @Test
    void threeHundredCertificatesAreGoodForTheirPurpose() throws Exception {
        Set<String> serials = new HashSet<>();
        Set<String> accessKeys = new HashSet<>();
        for (CertificateWish wish : CertificateWish.all(CERTIFICATES)) {
            JsonObject issued = issue(wish);
            X509Certificate x509 = read(issued.getString("certificate"));
            assertFields(wish, issued, x509);
            assertGoodForItsPurpose(wish, issued);
            serials.add(x509.getSerialNumber().toString(16));
            accessKeys.add(issued.getString("accessKey"));
        }
        assertThat(serials).hasSize(CERTIFICATES);
        assertThat(accessKeys).hasSize(CERTIFICATES);
        assertThat(listedSerials()).isEqualTo(serials);
    }

    @Test
    void opensslReadsTheFieldsOfTheTable() throws Exception {
        JsonObject proof = issue(new CertificateWish("PROOF", "EC_P256", 365, true));
        assertThat(text(proof))
                .contains("Version: 3 (0x2)")
                .contains("Signature Algorithm: ecdsa-with-SHA256")
                .contains("CN = EC_P256 365, serialNumber = " + proof.getString("accessKey"))
                .containsPattern("X509v3 Basic Constraints: critical\\s+CA:FALSE")
                .containsPattern("X509v3 Key Usage: critical\\s+Digital Signature\\n")
                .contains("X509v3 Subject Key Identifier")
                .contains("X509v3 Authority Key Identifier")
                .containsPattern("X509v3 CRL Distribution Points:[^a-z]+Full Name:\\s+URI:https://\\S+/api/v1/pki/crl/")
                .containsPattern("X509v3 Extended Key Usage:\\s+1.3.6.1.5.5.7.3.36\\n")
                .doesNotContain("CN = localhost", "Alternative Name");
        assertThat(text(issue(new CertificateWish("DEVICE_CA", "EC_P384", 3650, false))))
                .containsPattern("X509v3 Basic Constraints: critical\\s+CA:TRUE, pathlen:0")
                .containsPattern("X509v3 Key Usage: critical\\s+Certificate Sign, CRL Sign\\n")
                .contains("NIST CURVE: P-384")
                .containsPattern("X509v3 Name Constraints: critical\\s+Excluded:\\s+DNS:localhost\\s+DNS:localdomain")
                .contains("IP:0.0.0.0/0.0.0.0", "IP:0:0:0:0:0:0:0:0/0:0:0:0:0:0:0:0")
                .doesNotContain("Extended Key Usage");
    }

    /** What signs proofs issues no certificates, and what issues certificates signs no proofs. */
    @Test
    void neitherPurposeStandsInForTheOther() throws Exception {
        JsonObject proof = issue(new CertificateWish("PROOF", "EC_P256", 30, false));
        assertThat(verifyDeviceOf(proof, privateKeyOf("EC_P256", false, proof))).isFalse();
        fleet.enroll(ImportFile.of(1, 1));
        Certificate authority = Certificate.of(issue(new CertificateWish("DEVICE_CA", "EC_P256", 30, false)));
        Answer answer = SimulatedDevice.request(fleet.server().nobody(), Proof.fresh(authority, ImportFile.imei(1)));
        assertThat(answer.status()).as(answer.toString()).isIn(401, 403);
    }

    private JsonObject issue(CertificateWish wish) throws Exception {
        return fleet.manufacturer()
                .send(fleet.manufacturer()
                        .request(fleet.certificatesPath())
                        .timeout(FOR_RSA)
                        .header("Content-Type", ApiClient.JSON)
                        .POST(BodyPublishers.ofString(wish.json(keys))))
                .expect(201)
                .json();
    }

    private static void assertFields(CertificateWish wish, JsonObject issued, X509Certificate x509) throws Exception {
        assertThat(issued.containsKey("privateKey")).isEqualTo(!wish.brought());
        assertThat(issued.getString("chain")).isEqualTo(Files.readString(root));
        assertThat(x509.getNotAfter().getTime() - x509.getNotBefore().getTime())
                .isEqualTo(Duration.ofDays(wish.days()).toMillis());
        assertThat(x509.getBasicConstraints()).isEqualTo(wish.isDeviceCa() ? 0 : -1);
        assertThat(x509.getSerialNumber()).isPositive();
        assertThat(x509.getSerialNumber().toByteArray()).hasSizeLessThanOrEqualTo(20);
        Path key = privateKeyOf(wish.kind(), wish.brought(), issued);
        assertThat(openssl.run("openssl", "pkey", "-in", key.toString(), "-pubout"))
                .isEqualTo(issued.getString("publicKey"));
    }

    private static void assertGoodForItsPurpose(CertificateWish wish, JsonObject issued) throws Exception {
        if (wish.isDeviceCa()) {
            assertThat(verifyDeviceOf(issued, privateKeyOf(wish.kind(), wish.brought(), issued)))
                    .as(wish.toString())
                    .isTrue();
        } else {
            Path leaf = save("leaf.pem", issued.getString("certificate"));
            assertThat(verify("any", leaf)).as(wish.toString()).isTrue();
            for (String purpose : List.of("sslserver", "sslclient", "smimesign")) {
                assertThat(verify(purpose, leaf)).as(wish + " as " + purpose).isFalse();
            }
        }
    }

    /** Whether a device's certificate by this one is good for a TLS client. */
    private static boolean verifyDeviceOf(JsonObject issuer, Path issuerKey) throws Exception {
        Path authority = save("authority.pem", issuer.getString("certificate"));
        Path device = directory.resolve("device.pem");
        openssl.run(
                "openssl",
                "x509",
                "-req",
                "-in",
                "device-request.pem",
                "-CA",
                authority.toString(),
                "-CAkey",
                issuerKey.toString(),
                "-set_serial",
                "4711",
                "-days",
                "1",
                "-extfile",
                "device.ext",
                "-out",
                device.toString());
        return verify("sslclient", device, "-untrusted", authority.toString());
    }

    private static boolean verify(String purpose, Path leaf, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl", "verify", "-x509_strict", "-purpose", purpose));
        command.addAll(List.of("-CAfile", root.toString()));
        command.addAll(List.of(more));
        command.add(leaf.toString());
        return openssl.accepts(command.toArray(String[]::new));
    }

    private static Path privateKeyOf(String kind, boolean brought, JsonObject issued) throws Exception {
        return brought ? keys.key(kind) : save("issued.key", issued.getString("privateKey"));
    }

    private static String text(JsonObject issued) throws Exception {
        Path certificate = save("text.pem", issued.getString("certificate"));
        return openssl.run("openssl", "x509", "-noout", "-text", "-in", certificate.toString());
    }

    private Set<String> listedSerials() {
        Set<String> serials = new HashSet<>();
        for (JsonValue item : fleet.manufacturer()
                .get(fleet.certificatesPath() + "?size=500")
                .expect(200)
                .items()) {
            serials.add(item.asJsonObject().getString("serialNumber"));
        }
        return serials;
    }

    private static Path save(String name, String text) throws Exception {
        return Files.writeString(directory.resolve(name), text);
    }

    private static X509Certificate read(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }
}
