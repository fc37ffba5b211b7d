package dev.muster.ejb.provisioning.credential;

import dev.muster.domain.provisioning.proof.DeviceCsr;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.CertificateSigningRequest;
import java.security.PublicKey;

/**
 * The certificate that a device requests as its credential.
 *
 * @param key its public key; {@code null} if the request has no key that may get a certificate
 */
public record WantedCertificate(PublicKey key) {

    /** Only for a verified proof, because this verifies a signature. @param csr {@code null} if none is requested */
    public static WantedCertificate of(DeviceCsr csr) {
        return csr == null ? null : new WantedCertificate(key(csr));
    }

    private static PublicKey key(DeviceCsr csr) {
        try {
            return CertificateSigningRequest.ofDevice(csr.der()).publicKey();
        } catch (ProblemException refused) {
            return null;
        }
    }

    public boolean isPossible() {
        return key != null;
    }
}
