package dev.muster.launcher.server;

/** Why a handshake ends at the client's certificate. */
final class CertificateRefusal extends Exception {

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
