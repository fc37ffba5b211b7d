package dev.muster.launcher.bootstrap;

import dev.muster.domain.trust.CertificateIssuer;
import dev.muster.domain.trust.CertificateSubject;
import dev.muster.domain.trust.KeyAlgorithm;
import dev.muster.domain.trust.Pem;
import dev.muster.domain.trust.ServerNames;
import dev.muster.launcher.Locations;
import dev.muster.launcher.PrivateFiles;
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
 * What the server speaks TLS with, under {@code data/tls}: its own key with a certificate of the server root, the device
 * root as its only trust, and the server root as PEM for clients. Made anew at each start, which is when a certificate can be renewed without
 * anybody noticing; the private key never outlives the certificate.
 */
final class TlsStores {

    private static final String SERVER_ALIAS = "server";
    private static final String DEVICE_ROOT_ALIAS = "muster-device-root";
    private static final int PASSWORD_BYTES = 24;

    /** The longest that browsers accept of a public server, and a good deal longer than a server runs untouched. */
    private static final int DAYS = 397;

    private final Locations locations;
    private final RootAuthority root;
    private final SecureRandom random;
    private final char[] password;

    TlsStores(Locations locations, RootAuthority root, SecureRandom random) {
        this.locations = locations;
        this.root = root;
        this.random = random;
        this.password = newPassword(random);
    }

    /**
     * Writes the three files.
     *
     * @param deviceRoot whose certificates the device listener accepts
     * @return the password of the two stores, good until the next start
     */
    String write(X509Certificate deviceRoot, ServerNames names, Instant now)
            throws IOException, GeneralSecurityException {
        KeyPair keys = KeyAlgorithm.EC_P256.generate(random);
        X509Certificate certificate = new CertificateIssuer(root.certificate(), root.privateKey())
                .server(CertificateSubject.of("Muster", "Muster Server"), names, keys.getPublic(), DAYS, now, random);
        KeyStore own = empty();
        own.setKeyEntry(SERVER_ALIAS, keys.getPrivate(), password, new Certificate[] {certificate, root.certificate()});
        KeyStore trust = empty();
        trust.setCertificateEntry(DEVICE_ROOT_ALIAS, deviceRoot);
        store(own, locations.serverKeyStore());
        store(trust, locations.trustStore());
        Files.writeString(locations.rootCertificate(), Pem.encode(root.certificate()), StandardCharsets.US_ASCII);
        return new String(password);
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
