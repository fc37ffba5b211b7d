package dev.muster.launcher.payara;

import dev.muster.domain.trust.file.Pem;
import dev.muster.launcher.settings.Addresses;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Asks a starting server over https whether it is ready: its health check, and the portal, which answers only after the
 * application is deployed. It trusts only the server root, and does not check the name in the certificate: that is the
 * public name, and the address asked here may be another one.
 */
final class Readiness {

    private static final List<String> PATHS = List.of("/health/ready", "/");
    private static final int PATIENCE_MILLIS = 5_000;

    private final String base;
    private final SSLSocketFactory sockets;

    private Readiness(String base, SSLSocketFactory sockets) {
        this.base = base;
        this.sockets = sockets;
    }

    static Readiness of(ServerSettings settings) {
        Addresses addresses = settings.addresses();
        String base = "https://" + addresses.reachable() + ":" + addresses.https();
        Path root = settings.locations().rootCertificate();
        try {
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            for (X509Certificate one : Pem.certificates(Files.readString(root))) {
                roots.setCertificateEntry("server-root-" + roots.size(), one);
            }
            return new Readiness(base, trusting(roots));
        } catch (IOException | GeneralSecurityException e) {
            throw new LaunchFailure("The root certificate " + root + " cannot be read: " + e.getMessage(), e);
        }
    }

    boolean isReady() {
        return PATHS.stream().allMatch(this::answers);
    }

    private boolean answers(String path) {
        try {
            HttpsURLConnection connection =
                    (HttpsURLConnection) URI.create(base + path).toURL().openConnection();
            connection.setSSLSocketFactory(sockets);
            connection.setHostnameVerifier((host, session) -> true);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() < 400;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static SSLSocketFactory trusting(KeyStore roots) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
