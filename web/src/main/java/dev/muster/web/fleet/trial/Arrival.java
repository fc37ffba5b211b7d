package dev.muster.web.fleet.trial;

import dev.muster.domain.provisioning.attempt.ProvisioningAttempt;
import dev.muster.ejb.device.CertificateUse;
import java.util.UUID;

/**
 * Whether devices have joined with a certificate, and what became of the newest attempt.
 *
 * @param attemptId null if there was no attempt
 * @param outcome code of the newest attempt's outcome; null if there was no attempt
 * @param isRefused whether the newest attempt was refused
 */
public record Arrival(long devices, UUID attemptId, String outcome, String reason, boolean isRefused) {

    static Arrival of(CertificateUse use, ProvisioningAttempt newest) {
        return newest == null
                ? new Arrival(use.devices(), null, null, null, false)
                : new Arrival(use.devices(), newest.id(), newest.outcome(), newest.reason(), newest.isRefused());
    }

    /** What the light shows. */
    public Light light() {
        if (devices > 0) {
            return Light.GREEN;
        }
        return isRefused ? Light.AMBER : Light.WAITING;
    }

    /** The light on the page. */
    public enum Light {
        /** No device has sent a request. */
        WAITING,
        /** The newest request was refused. */
        AMBER,
        /** A device has joined. */
        GREEN
    }
}
