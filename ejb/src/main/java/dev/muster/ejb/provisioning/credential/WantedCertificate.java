package dev.muster.ejb.provisioning.credential;

import dev.muster.domain.provisioning.proof.DeviceCsr;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.CertificateSigningRequest;
import java.security.PublicKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The certificate that a device requests as its credential.
 *
 * @param key its public key; empty if the request has no key that may get a certificate
 */
public record WantedCertificate(Optional<PublicKey> key) {

    /**
     * Only for a verified proof, because this verifies a signature.
     *
     * @param csr {@code null} if the device requests no certificate; the result is empty then
     */
    public static Optional<WantedCertificate> of(@Nullable DeviceCsr csr) {
        return Optional.ofNullable(csr).map(request -> new WantedCertificate(key(request)));
    }

    private static Optional<PublicKey> key(DeviceCsr csr) {
        try {
            return Optional.of(CertificateSigningRequest.ofDevice(csr.der()).publicKey());
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }
}
