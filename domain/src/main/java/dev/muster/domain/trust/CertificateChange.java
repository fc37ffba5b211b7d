package dev.muster.domain.trust;

import dev.muster.domain.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A change of a certificate's settings after issuance. The X.509 certificate itself never changes.
 *
 * @param literalForm whether to accept Cervello's literal proof; {@code null} leaves the setting as it is
 * @param changesMaxDevices whether to take {@code maxDevices}; {@code false} leaves the number as it is
 * @param maxDevices the most devices that it may prove, at least 1; {@code null} for any number
 */
public record CertificateChange(
        @Nullable Boolean literalForm,
        boolean changesMaxDevices,
        @Nullable Integer maxDevices) {

    /** @throws ProblemException {@code validation-failed} if the number of devices is less than 1 */
    public CertificateChange {
        CertificateRequest.checkMaxDevices(maxDevices);
    }

    /** Turns the literal form on or off. */
    public static CertificateChange literalForm(boolean accepted) {
        return new CertificateChange(accepted, false, null);
    }

    /** @param most the most devices; {@code null} for any number */
    public static CertificateChange maxDevices(@Nullable Integer most) {
        return new CertificateChange(null, true, most);
    }
}
