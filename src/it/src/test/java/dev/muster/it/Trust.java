package dev.muster.it;

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

/** TLS as a client has it that was given a file with a root, or several: nothing else is trusted, and names are checked. */
final class Trust {

    private Trust() {}

    static SSLContext in(Path root) {
        return in(root, null);
    }

    /** @param own what the client has to show of itself, {@code null} for nothing */
    static SSLContext in(Path root, KeyManager[] own) {
        try (InputStream pem = Files.newInputStream(root)) {
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                roots.setCertificateEntry("root" + roots.size(), one);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(roots);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The root " + root + " cannot be trusted", e);
        }
    }
}
