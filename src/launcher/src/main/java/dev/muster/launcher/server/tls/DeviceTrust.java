package dev.muster.launcher.server.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Decides which client certificates pass the handshake: those with a valid path to the device root. The client may send
 * the path in any order; if it does not send the issuer, the issuer from the database is used (RFC 8446 section 4.4.2).
 * The application checks purpose, profile, tenant and revocation on each request.
 */
final class DeviceTrust extends X509ExtendedTrustManager {

    private final DevicePath paths;

    DeviceTrust(DevicePath paths) {
        this.paths = paths;
    }

    /** Reads the trusted roots, once: they do not change while the server runs. */
    static DeviceTrust read(Path file, char[] password, Issuers issuers) throws GeneralSecurityException {
        KeyStore roots = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(file)) {
            roots.load(input, password);
        } catch (IOException e) {
            throw new IllegalStateException("The trusted roots cannot be read from " + file, e);
        }
        Set<TrustAnchor> anchors = new HashSet<>();
        for (String alias : Collections.list(roots.aliases())) {
            anchors.add(new TrustAnchor((X509Certificate) roots.getCertificate(alias), null));
        }
        return new DeviceTrust(new DevicePath(anchors, issuers));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
            throws CertificateException {
        try {
            paths.check(shown);
        } catch (CertificateRefusal refusal) {
            throw refusal.alert().refuse(engine, refusal);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType) throws CertificateException {
        try {
            paths.check(shown);
        } catch (CertificateRefusal refusal) {
            throw new CertificateException(refusal);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(shown, authType);
    }

    /**
     * None: otherwise a client that looks for its issuer among them, and does not have the certificate of its issuer,
     * would show no certificate.
     */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType) throws CertificateException {
        throw new CertificateException("no server is trusted here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(shown, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(shown, authType);
    }
}
