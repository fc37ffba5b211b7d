package dev.muster.launcher.server;

import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.domain.trust.issue.DeviceSubject;
import dev.muster.domain.trust.issue.ServerNames;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A root, a DEVICE_CA below it, a device below that, and a server: made for one test. */
public final class Certificates {

    public static final char[] PASSWORD = "only for tests".toCharArray();

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final URI LIST = URI.create("https://localhost/crl");
    private static final Instant NOW = Instant.now().minus(Duration.ofDays(20));

    /** A certificate with its key. */
    public record Owned(X509Certificate certificate, KeyPair keys) {

        private CertificateIssuer issuer() {
            return new CertificateIssuer(certificate, keys.getPrivate());
        }
    }

    public final Owned root;
    public final Owned authority;
    public final Owned device;

    public Certificates() {
        KeyPair keys = CertificateIssuer.newRootKeys(RANDOM);
        root = new Owned(
                CertificateIssuer.platformRoot(CertificateSubject.of("Test", "Root"), keys, NOW, RANDOM), keys);
        authority = authority("Factory");
        device = device(authority, Instant.now(), 10);
    }

    Owned authority(String name) {
        KeyPair keys = CertificateIssuer.newRootKeys(RANDOM);
        return new Owned(
                root.issuer().deviceCa(CertificateSubject.of("Maker", name), keys.getPublic(), 30, LIST, NOW, RANDOM),
                keys);
    }

    public Owned device(Owned issuer, Instant from, int days) {
        KeyPair keys = CertificateIssuer.newRootKeys(RANDOM);
        DeviceSubject subject = new DeviceSubject("SN-1");
        return new Owned(issuer.issuer().device(subject, keys.getPublic(), days, LIST, from, RANDOM), keys);
    }

    /** The device, with another last octet in its certificate's signature. */
    Owned forged() throws Exception {
        byte[] der = device.certificate().getEncoded();
        der[der.length - 1] ^= 1;
        return new Owned(
                (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)),
                device.keys());
    }

    /** Writes {@code server.p12} and {@code trust.p12}. */
    void store(Path directory) throws Exception {
        storeServer(directory, 30);
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, PASSWORD);
        trust.setCertificateEntry("root", root.certificate());
        write(trust, directory.resolve("trust.p12"));
    }

    public X509Certificate storeServer(Path directory, int days) throws Exception {
        KeyPair keys = CertificateIssuer.newRootKeys(RANDOM);
        X509Certificate certificate = root.issuer()
                .server(
                        CertificateSubject.of("Test", "Server"),
                        new ServerNames(List.of("localhost")),
                        keys.getPublic(),
                        days,
                        NOW,
                        RANDOM);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setKeyEntry("server", keys.getPrivate(), PASSWORD, new Certificate[] {certificate, root.certificate()});
        write(store, directory.resolve("server.p12"));
        return certificate;
    }

    public Set<TrustAnchor> anchors() {
        return Set.of(new TrustAnchor(root.certificate(), null));
    }

    private static void write(KeyStore store, Path file) throws Exception {
        try (OutputStream output = Files.newOutputStream(file)) {
            store.store(output, PASSWORD);
        }
    }
}
