package dev.muster.launcher.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.mqtt.OutsideBroker;
import dev.muster.domain.trust.file.Pem;
import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.OutsideSettings;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that cannot be used stops the start, and the sentence names its setting. */
class OutsideFilesTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final KeyPair KEYS = CertificateIssuer.newRootKeys(RANDOM);
    private static final String CERTIFICATE = Pem.encode(CertificateIssuer.serverRoot(
            CertificateSubject.of("Someone", "Root"), KEYS, Instant.parse("2026-03-01T10:20:30Z"), RANDOM));

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "muster.oidc.root",
                "muster.smtp.root",
                "muster.broker.root",
                "muster.broker.hook-root",
                "muster.broker.certificate"
            })
    void eachFileOfCertificatesHasOne(String setting) throws IOException {
        assertThatCode(() -> require(setting, CERTIFICATE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> require(setting, Pem.encode(KEYS.getPublic())))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageStartingWith(setting + ": " + directory)
                .hasMessageContaining("CERTIFICATE");
    }

    @Test
    void theKeyMayHaveTheFormsOfOpenssl() throws IOException {
        StringWriter older = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(older)) {
            writer.writeObject(KEYS.getPrivate());
        }
        assertThat(older.toString()).contains("BEGIN EC PRIVATE KEY");
        for (String key : new String[] {Pem.encode(KEYS.getPrivate()), older.toString()}) {
            assertThatCode(() -> require(OutsideBroker.KEY, key)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"})
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> require(OutsideBroker.KEY, text))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContainingAll("muster.broker.key: ", "private key")
                .hasNoCause();
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        Path key = write(Pem.encode(KEYS.getPrivate()));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> OutsideFiles.require(settings(OutsideBroker.KEY, key)))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContainingAll("muster.broker.key: others than the owner", "chmod");
    }

    private void require(String setting, String text) throws IOException {
        OutsideFiles.require(settings(setting, write(text)));
    }

    private static OutsideSettings settings(String setting, Path file) {
        return new OutsideSettings(Map.of(setting, file.toString()));
    }

    private Path write(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("file.pem"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }
}
