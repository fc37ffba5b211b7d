package dev.muster.launcher.server.tls;

/** The handshake ends because of the certificate of the client. */
public final class CertificateRefusal extends Exception {

    private final Alert alert;

    CertificateRefusal(Alert alert, String message) {
        this(alert, message, null);
    }

    CertificateRefusal(Alert alert, String message, Exception cause) {
        super(message, cause);
        this.alert = alert;
    }

    Alert alert() {
        return alert;
    }
}
