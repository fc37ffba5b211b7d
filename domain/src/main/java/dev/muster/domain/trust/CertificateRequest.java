package dev.muster.domain.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a manufacturer's manager asks for when making a certificate.
 *
 * @param name its name, which becomes the CN
 * @param validityDays days of 24 hours from its issuance, 1 to {@link CertificatePurpose#maxDays()}
 * @param maxDevices the most devices that it may prove, at least 1; {@code null} for any number. It limits the harm if
 *     the key is stolen, and can be changed at any time. If it is less than what the certificate has proved, no further
 *     device is proved
 * @param literalForm whether to accept Cervello's literal proof, too
 */
public record CertificateRequest(
        TenantName name,
        CertificatePurpose purpose,
        CertificateKey key,
        int validityDays,
        @Nullable Integer maxDevices,
        boolean literalForm) {

    /** A PROOF certificate with a key that the server makes, for any number of devices. */
    public static CertificateRequest proof(TenantName name, KeyAlgorithm algorithm, int validityDays) {
        return new CertificateRequest(
                name, CertificatePurpose.PROOF, new CertificateKey.Generated(algorithm), validityDays, null, false);
    }

    /**
     * @throws ProblemException {@code validation-failed} if the validity or the number of devices is out of its bounds;
     *     or if the server is to make the key, and the purpose or the literal form does not fit it
     */
    public CertificateRequest {
        Objects.requireNonNull(name);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(key);
        if (validityDays < 1 || validityDays > purpose.maxDays()) {
            throw ProblemException.invalid("A " + purpose + " certificate is valid for 1 to " + purpose.maxDays()
                    + " days, not for " + validityDays + ".");
        }
        checkMaxDevices(maxDevices);
        if (key instanceof CertificateKey.Generated generated) {
            check(purpose, generated.algorithm(), literalForm);
        }
    }

    /**
     * Checks a key from outside when it is read.
     *
     * @throws ProblemException {@code validation-failed} if the purpose or the literal form does not fit it
     */
    public void checkKey(KeyAlgorithm algorithm) {
        check(purpose, algorithm, literalForm);
    }

    /**
     * @param maxDevices null for any number
     * @throws ProblemException {@code validation-failed} if it is less than 1
     */
    static void checkMaxDevices(@Nullable Integer maxDevices) {
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
