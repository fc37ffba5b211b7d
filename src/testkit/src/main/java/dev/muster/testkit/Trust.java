package dev.muster.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS of a client that trusts the roots in a file and nothing else; it checks names. */
public final class Trust {

    private Trust() {}

    public static SSLContext in(Path root) {
        return in(root, null);
    }

    /** @param own the client's own certificates; null if it has none */
    public static SSLContext in(Path root, KeyManager[] own) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own, managers(root).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    /** The same trust, for a client that makes its TLS itself. */
    public static TrustManagerFactory managers(Path root) {
        try (InputStream pem = Files.newInputStream(root)) {
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                roots.setCertificateEntry("root" + roots.size(), one);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(roots);
            return trust;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The root " + root + " cannot be trusted", e);
        }
    }
}
