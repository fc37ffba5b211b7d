package dev.muster.launcher.bootstrap;

import dev.muster.domain.trust.file.Pem;
import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.launcher.payara.ServerCertificates;
import dev.muster.launcher.settings.Locations;
import dev.muster.launcher.settings.PrivateFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;

/**
 * The files for TLS under {@code data/tls}: the key of the server with a certificate of the server root, the device
 * root as the only trusted root, and the server root as PEM for clients. Each start writes them; key and certificate
 * are also written while the server runs. A private key is never used longer than its certificate. The key of the
 * server root stays in this process, like the master key.
 */
final class TlsStores implements ServerCertificates {

    private static final String SERVER_ALIAS = "server";
    private static final String DEVICE_ROOT_ALIAS = "muster-device-root";
    private static final int PASSWORD_BYTES = 24;

    private final Locations locations;
    private final RootAuthority root;
    private final ServerIdentity identity;
    private final SecureRandom random;
    private final char[] password;

    TlsStores(Locations locations, RootAuthority root, ServerIdentity identity, SecureRandom random) {
        this.locations = locations;
        this.root = root;
        this.identity = identity;
        this.random = random;
        this.password = newPassword(random);
    }

    /** The password of both stores, valid until the next start. */
    String password() {
        return new String(password);
    }

    /**
     * Writes the three files.
     *
     * @param deviceRoot the issuer of the certificates that the device listener accepts
     * @return the certificate of the server
     */
    X509Certificate write(X509Certificate deviceRoot, Instant now) throws IOException, GeneralSecurityException {
        KeyStore trust = empty();
        trust.setCertificateEntry(DEVICE_ROOT_ALIAS, deviceRoot);
        store(trust, locations.trustStore());
        Files.writeString(locations.rootCertificate(), Pem.encode(root.certificate()), StandardCharsets.US_ASCII);
        return renew(now);
    }

    @Override
    public X509Certificate renew(Instant now) throws IOException, GeneralSecurityException {
        KeyPair keys = KeyAlgorithm.EC_P256.generate(random);
        CertificateSubject subject = CertificateSubject.of("Muster", "Muster Server");
        X509Certificate certificate = new CertificateIssuer(root.certificate(), root.privateKey())
                .server(subject, identity.names(), keys.getPublic(), identity.days(), now, random);
        KeyStore own = empty();
        own.setKeyEntry(SERVER_ALIAS, keys.getPrivate(), password, new Certificate[] {certificate, root.certificate()});
        store(own, locations.serverKeyStore());
        return certificate;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private void store(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        PrivateFiles.write(file, bytes.toByteArray());
    }

    private static char[] newPassword(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).toCharArray();
    }
}
