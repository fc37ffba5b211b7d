package dev.muster.domain.trust;

import dev.muster.domain.shared.ProblemException;

/**
 * What is to be changed about a certificate after its making; everything that is in the X.509 itself stays.
 *
 * @param literalForm whether Cervello's literal proof is believed; {@code null} leaves it as it is
 * @param changesMaxDevices whether {@code maxDevices} is to be taken; {@code false} leaves it as it is
 * @param maxDevices how many devices it may prove at most, at least 1; {@code null} for any number
 */
public record CertificateChange(Boolean literalForm, boolean changesMaxDevices, Integer maxDevices) {

    /** @throws ProblemException {@code validation-failed} where the number of devices is less than 1 */
    public CertificateChange {
        CertificateRequest.checkMaxDevices(maxDevices);
    }

    /** Turns the literal form on or off. */
    public static CertificateChange literalForm(boolean believed) {
        return new CertificateChange(believed, false, null);
    }

    /** Sets the most devices; {@code null} for any number. */
    public static CertificateChange maxDevices(Integer most) {
        return new CertificateChange(null, true, most);
    }
}
