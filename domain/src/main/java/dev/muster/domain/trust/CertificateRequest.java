package dev.muster.domain.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.util.Objects;

/**
 * What a manufacturer's manager asks for when making a certificate.
 *
 * @param name its name, which becomes the CN
 * @param purpose what it is for
 * @param key the key that it is made for
 * @param validityDays days of 24 hours from its making, 1 to {@link CertificatePurpose#maxDays()}
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

    /** A proof by a key that is made here, for any number of devices. */
    public static CertificateRequest proof(TenantName name, KeyAlgorithm algorithm, int validityDays) {
        return new CertificateRequest(
                name, CertificatePurpose.PROOF, new CertificateKey.Generated(algorithm), validityDays, null, false);
    }

    /**
     * @throws ProblemException {@code validation-failed} where the validity or the number of devices is out of its
     *     bounds, or the purpose does not go with a key that is to be made here, or the literal form with either
     */
    public CertificateRequest {
        Objects.requireNonNull(name);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(key);
        if (validityDays < 1 || validityDays > purpose.maxDays()) {
            throw ProblemException.invalid("A validity of " + validityDays + " days was asked for; 1 to "
                    + purpose.maxDays() + " are allowed for a " + purpose + " certificate.");
        }
        checkMaxDevices(maxDevices);
        if (key instanceof CertificateKey.Generated generated) {
            check(purpose, generated.algorithm(), literalForm);
        }
    }

    /**
     * Whether the purpose and the literal form go with the key; for a key from outside this is known when it is read.
     *
     * @throws ProblemException {@code validation-failed} where they do not
     */
    public void checkKey(KeyAlgorithm algorithm) {
        check(purpose, algorithm, literalForm);
    }

    /**
     * @param maxDevices null for any number
     * @throws ProblemException {@code validation-failed} if it is less than 1
     */
    static void checkMaxDevices(Integer maxDevices) {
        if (maxDevices != null && maxDevices < 1) {
            throw ProblemException.invalid("The number of devices that a certificate may prove is at least 1;"
                    + " leave it out if there is no limit.");
        }
    }

    private static void check(CertificatePurpose purpose, KeyAlgorithm algorithm, boolean literalForm) {
        if (!purpose.takes(algorithm)) {
            throw ProblemException.invalid(
                    "A " + purpose + " certificate cannot have an Ed25519 key; choose an EC or RSA key.");
        }
        if (literalForm) {
            purpose.checkLiteralForm(algorithm);
        }
    }
}
