package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.Command;
import dev.muster.testkit.MusterServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that go with a certificate, run exactly as they are handed out, for every kind of key. */
class SnippetIT {

    @TempDir
    Path directory;

    private final MusterServer server = Database.H2.server();
    private final Fleet fleet = Fleet.create(server);

    @ParameterizedTest
    @ValueSource(strings = {"EC_P256", "EC_P384", "RSA_3072", "ED25519"})
    void bothProgramsProveADevice(String keyAlgorithm) throws Exception {
        fleet.enroll(ImportFile.of(1, 2));
        Certificate certificate = certificate(keyAlgorithm);
        Answer snippets = snippets(certificate).expect(200);
        Files.writeString(directory.resolve("provision.sh"), snippets.text("shell"));
        Files.writeString(directory.resolve("provision.py"), snippets.text("python"));
        assertProvisioned(run(certificate, "sh", "provision.sh", ImportFile.imei(1)));
        assertProvisioned(run(certificate, "python3", "provision.py", ImportFile.imei(2)));
        assertThat(fleet.organization().get(fleet.devicesPath()).json().getInt("total"))
                .isEqualTo(2);
    }

    @Test
    void thereIsNoSecretInThemAndARefusalIsShown() throws Exception {
        Certificate certificate = certificate("EC_P256");
        Answer snippets = snippets(certificate).expect(200);
        assertThat(snippets.body()).doesNotContain(certificate.accessToken()).doesNotContain("PRIVATE KEY");
        Files.writeString(directory.resolve("provision.sh"), snippets.text("shell"));
        Command.Result run = run(certificate, "sh", "provision.sh", ImportFile.imei(1));
        assertThat(run.code()).isNotZero();
        assertThat(run.output()).contains("device-not-imported", "\n404");
    }

    private Certificate certificate(String keyAlgorithm) throws Exception {
        Certificate certificate = fleet.newCertificate("\"keyAlgorithm\":\"" + keyAlgorithm + "\"");
        Files.writeString(directory.resolve("muster.key"), certificate.privateKey());
        return certificate;
    }

    private Answer snippets(Certificate certificate) {
        return fleet.manufacturer().get(fleet.certificatesPath() + "/" + certificate.id() + "/snippets");
    }

    private static void assertProvisioned(Command.Result run) {
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("\"deviceId\"", "\n201");
    }

    private Command.Result run(Certificate certificate, String... command) throws Exception {
        return Command.of(directory, command)
                .with("MUSTER_ACCESS_TOKEN", certificate.accessToken())
                .run();
    }
}
