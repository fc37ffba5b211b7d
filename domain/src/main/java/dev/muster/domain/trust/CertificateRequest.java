package dev.muster.domain.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import java.util.Objects;

/**
 * What a manufacturer's manager asks for when making a certificate.
 *
 * @param name its name, which becomes the CN
 * @param purpose what it is for
 * @param key the key that it is made for
 * @param validityDays days of 24 hours from its making, 1 to {@value #MAX_PROOF_DAYS}
 * @param maxDevices how many devices it may prove at most, at least 1; {@code null} for any number
 * @param literalForm whether Cervello's literal proof is believed, too
 */
public record CertificateRequest(
        TenantName name,
        CertificatePurpose purpose,
        CertificateKey key,
        int validityDays,
        Integer maxDevices,
        boolean literalForm) {

    /** Three years: a shared key that is older has been in too many hands. */
    public static final int MAX_PROOF_DAYS = 1095;

    /** A proof by a key that is made here, for any number of devices. */
    public static CertificateRequest proof(TenantName name, KeyAlgorithm algorithm, int validityDays) {
        return new CertificateRequest(
                name, CertificatePurpose.PROOF, new CertificateKey.Generated(algorithm), validityDays, null, false);
    }

    /**
     * @throws ProblemException {@code validation-failed} where the validity is out of its bounds
     */
    public CertificateRequest {
        Objects.requireNonNull(name);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(key);
        if (validityDays < 1 || validityDays > MAX_PROOF_DAYS) {
            throw ProblemException.invalid(
                    "A validity of " + validityDays + " days was asked for; 1 to " + MAX_PROOF_DAYS + " are allowed.");
        }
    }
}
