package dev.muster.launcher.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.trust.file.Pem;
import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.domain.trust.issue.ServerNames;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.launcher.settings.CertificateFiles;
import dev.muster.launcher.settings.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The operator's own certificate: what is accepted, and what each mistake is told as. */
class OwnCertificateTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");
    private static final String HOST = "muster.example";

    private final KeyPair rootKeys = CertificateIssuer.newRootKeys(RANDOM);
    private final X509Certificate root =
            CertificateIssuer.serverRoot(CertificateSubject.of("Someone", "Root"), rootKeys, NOW, RANDOM);

    @TempDir
    Path directory;

    private KeyPair keys;
    private X509Certificate certificate;

    @BeforeEach
    void makeACertificate() throws IOException {
        use(KeyAlgorithm.EC_P256);
    }

    @ParameterizedTest
    @EnumSource(names = {"EC_P256", "EC_P384", "RSA_3072"})
    void aChainWithItsRootIsShownWithoutItAndTrustedByIt(KeyAlgorithm algorithm) throws IOException {
        use(algorithm);
        OwnCertificate own = read();
        assertThat(own.chain()).containsExactly(certificate);
        assertThat(own.roots()).containsExactly(root);
        assertThat(own.key().getAlgorithm())
                .startsWith(algorithm.name().substring(0, 2).replace("RS", "RSA"));
        assertThat(own).hasToString("OwnCertificate[" + certificate.getSubjectX500Principal() + "]");
    }

    @Test
    void theRootMayBeInAFileOfItsOwn() throws IOException {
        write("server.pem", Pem.encode(certificate));
        write("root.pem", Pem.encode(root));
        assertThat(read(Optional.of("root.pem")).roots()).containsExactly(root);
    }

    @Test
    void withoutAKnownRootTheOperatorIsToldWhereToPutIt() throws IOException {
        write("server.pem", Pem.encode(certificate));
        assertRefused("no path to a root that clients trust", "muster.tls.root");
    }

    @Test
    void aChainOfAnotherRootIsRefused() throws IOException {
        X509Certificate other = CertificateIssuer.serverRoot(
                CertificateSubject.of("Someone", "Root"), CertificateIssuer.newRootKeys(RANDOM), NOW, RANDOM);
        write("server.pem", Pem.encode(certificate) + Pem.encode(other));
        assertRefused("no path to a root that clients trust");
    }

    @Test
    void theKeyOfAnotherCertificateIsRefused() throws IOException {
        write("server.key", Pem.encode(KeyAlgorithm.EC_P256.generate(RANDOM).getPrivate()));
        assertRefused("does not belong to the key", "first in the file");
    }

    @Test
    void aChainInTheWrongOrderIsRefused() throws IOException {
        write("server.pem", Pem.encode(root) + Pem.encode(certificate));
        assertRefused("does not belong to the key", "first in the file");
    }

    @Test
    void theNameMustBeThatOfThePublicUrl() {
        assertThatThrownBy(() -> OwnCertificate.read(files(Optional.empty()), List.of("other.example"), NOW))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContainingAll("not for other.example", HOST, "muster.public-url");
    }

    @Test
    void theDatesMustBeRight() {
        assertThatThrownBy(() -> readAt(NOW.plus(Duration.ofDays(91)))).hasMessageContaining("expired at 2026-05-30");
        assertThatThrownBy(() -> readAt(NOW.minus(Duration.ofDays(1)))).hasMessageContaining("clock");
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws IOException {
        use(KeyAlgorithm.ED25519);
        assertRefused("key that this server does not use", "P-256");
    }

    @Test
    void aCertificateForDevicesIsRefused() throws IOException {
        write("server.pem", Pem.encode(root));
        write("server.key", Pem.encode(rootKeys.getPrivate()));
        assertRefused("is not for a server");
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        Files.setPosixFilePermissions(directory.resolve("server.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertRefused("others than the owner", "chmod");
    }

    @Test
    void filesThatAreMissingOrEmptyAreNamed() throws IOException {
        write("server.pem", "nothing");
        assertRefused("server.pem", "-----BEGIN CERTIFICATE-----");
        Files.delete(directory.resolve("server.pem"));
        assertRefused("server.pem", "no such file");
        write("server.pem", Pem.encode(certificate));
        write("server.key", Pem.encode(certificate));
        assertRefused("server.key", "no private key");
        Files.delete(directory.resolve("server.key"));
        assertRefused("server.key", "no such file");
    }

    private void use(KeyAlgorithm algorithm) throws IOException {
        keys = algorithm.generate(RANDOM);
        certificate = new CertificateIssuer(root, rootKeys.getPrivate())
                .server(
                        CertificateSubject.of("Muster", "Server"),
                        new ServerNames(List.of(HOST)),
                        keys.getPublic(),
                        90,
                        NOW,
                        RANDOM);
        write("server.pem", Pem.encode(certificate) + Pem.encode(root));
        write("server.key", Pem.encode(keys.getPrivate()));
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private OwnCertificate read() {
        return readAt(NOW);
    }

    private OwnCertificate readAt(Instant now) {
        return OwnCertificate.read(files(Optional.empty()), List.of(HOST), now);
    }

    private OwnCertificate read(Optional<String> rootFile) {
        return OwnCertificate.read(files(rootFile), List.of(HOST), NOW);
    }

    private CertificateFiles files(Optional<String> rootFile) {
        return new CertificateFiles(
                directory.resolve("server.pem"), directory.resolve("server.key"), rootFile.map(directory::resolve));
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(this::read).isInstanceOf(LaunchFailure.class).hasMessageContainingAll(parts);
    }
}
