package dev.muster.ejb.shared;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whose certificates a call to another server accepts, such as the OpenID provider or the mail server: those of the configured root, or of the roots that Java knows. Never those of
 * the JVM's own trust store, which Payara replaces: it has the device root, for clients.
 */
public final class OutsideTrust {

    private OutsideTrust() {}

    /**
     * A context with these roots.
     *
     * @param root a PEM file with one certificate or several
     * @throws IOException if the file cannot be read
     */
    public static SSLContext of(Optional<String> root) throws IOException {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(root.isPresent() ? ofFile(Path.of(root.get())) : ofJava());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static KeyStore ofFile(Path pem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream file = Files.newInputStream(pem)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                store.setCertificateEntry("root-" + store.size(), certificate);
            }
        }
        if (store.size() == 0) {
            throw new IOException("no certificate in " + pem);
        }
        return store;
    }

    private static KeyStore ofJava() throws IOException, GeneralSecurityException {
        Path roots = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        return KeyStore.getInstance(roots.toFile(), (char[]) null);
    }
}
