package dev.muster.ejb.provisioning.credential;

import dev.muster.domain.provisioning.proof.DeviceCsr;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.CertificateSigningRequest;
import java.security.PublicKey;

/**
 * The certificate that a device wants as its credential.
 *
 * @param key for which; {@code null} where the request shows no key that may have a certificate
 */
public record WantedCertificate(PublicKey key) {

    /** Of a verified proof alone: keys and signatures are verified here. @param csr {@code null} where none is wanted */
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
