package dev.muster.launcher.server.tls;

/** Why a handshake ends at the client's certificate. */
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
