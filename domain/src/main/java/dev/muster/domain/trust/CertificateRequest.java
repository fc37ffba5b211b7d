package dev.muster.domain.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import java.util.Objects;

/**
 * What a manufacturer's manager asks for when making a certificate.
 *
 * @param name its name, which becomes the CN
 * @param purpose what it is for
 * @param keyAlgorithm the key that is made for it
 * @param validityDays days of 24 hours from its making, 1 to {@value #MAX_PROOF_DAYS}
 */
public record CertificateRequest(
        TenantName name, CertificatePurpose purpose, KeyAlgorithm keyAlgorithm, int validityDays) {

    /** Three years: a shared key that is older has been in too many hands. */
    public static final int MAX_PROOF_DAYS = 1095;

    /**
     * @throws ProblemException {@code validation-failed} where the validity is out of its bounds
     */
    public CertificateRequest {
        Objects.requireNonNull(name);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(keyAlgorithm);
        if (validityDays < 1 || validityDays > MAX_PROOF_DAYS) {
            throw ProblemException.invalid(
                    "A validity of " + validityDays + " days was asked for; 1 to " + MAX_PROOF_DAYS + " are allowed.");
        }
    }
}
