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
import dev.muster.launcher.settings.Locations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody else renews while the server runs. */
class FileCertificatesTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");

    private final KeyPair rootKeys = CertificateIssuer.newRootKeys(RANDOM);
    private final X509Certificate root =
            CertificateIssuer.serverRoot(CertificateSubject.of("Someone", "Root"), rootKeys, NOW, RANDOM);

    @TempDir
    Path directory;

    private Locations locations;
    private TlsStores stores;
    private FileCertificates files;
    private X509Certificate current;

    @BeforeEach
    void start() throws Exception {
        locations = new Locations(directory, directory, directory, directory, directory.resolve("data"));
        stores = new TlsStores(locations, RANDOM);
        files = new FileCertificates(
                stores,
                new CertificateFiles(directory.resolve("own.pem"), directory.resolve("own.key"), Optional.empty()),
                List.of("muster.example"));
        KeyPair keys = KeyAlgorithm.EC_P256.generate(RANDOM);
        write("own.key", Pem.encode(keys.getPrivate()));
        write("own.pem", chain(keys));
        current = files.renew(NOW);
    }

    @Test
    void theStoresHaveItWithItsRootForClients() throws Exception {
        assertThat(shown()).isEqualTo(current);
        assertThat(locations.rootCertificate()).hasContent(Pem.encode(root));
        assertThat(files.isDue(current, NOW)).isFalse();
        assertThat(files.isDue(current, NOW)).isFalse();
    }

    @Test
    void aNewPairIsReadWhenBothFilesHaveStayedTheSameForALook() throws Exception {
        files.isDue(current, NOW);
        KeyPair keys = KeyAlgorithm.EC_P384.generate(RANDOM);
        write("own.key", Pem.encode(keys.getPrivate()));
        assertThat(files.isDue(current, NOW)).isFalse();
        write("own.pem", chain(keys));
        assertThat(files.isDue(current, NOW)).isFalse();
        assertThat(files.isDue(current, NOW)).isTrue();
        X509Certificate next = files.renew(NOW);
        assertThat(shown()).isEqualTo(next).isNotEqualTo(current);
        assertThat(files.isDue(next, NOW)).isFalse();
    }

    @Test
    void aWrongPairLeavesTheServerWhatItHasAndIsTriedAgain() throws Exception {
        write("own.pem", chain(KeyAlgorithm.EC_P256.generate(RANDOM)));
        files.isDue(current, NOW);
        assertThat(files.isDue(current, NOW)).isTrue();
        assertThatThrownBy(() -> files.renew(NOW)).isInstanceOf(LaunchFailure.class);
        assertThat(shown()).isEqualTo(current);
        assertThat(files.isDue(current, NOW)).isTrue();
    }

    private String chain(KeyPair keys) {
        X509Certificate certificate = new CertificateIssuer(root, rootKeys.getPrivate())
                .server(
                        CertificateSubject.of("Muster", "Server"),
                        new ServerNames(List.of("muster.example")),
                        keys.getPublic(),
                        90,
                        NOW,
                        RANDOM);
        return Pem.encode(certificate) + Pem.encode(root);
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private X509Certificate shown() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(locations.serverKeyStore())) {
            store.load(input, stores.password().toCharArray());
        }
        return (X509Certificate) store.getCertificate("server");
    }
}
