package dev.muster.ejb.trust;

import dev.muster.domain.trust.ManufacturerCertificate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new certificate with its secrets, which are shown only once. Later only the certificate and the access key can be
 * read.
 *
 * @param certificate PEM
 * @param chain PEM of the issuers, up to the device root
 * @param serverRoot PEM of the root that the manufacturer's devices trust for this server
 * @param privateKey PKCS#8, PEM; {@code null} if the manufacturer sent its own key
 * @param publicKey SubjectPublicKeyInfo, PEM
 * @param accessKey public name
 * @param accessToken secret
 */
public record IssuedCertificate(
        ManufacturerCertificate entry,
        String certificate,
        String chain,
        String serverRoot,
        @Nullable String privateKey,
        String publicKey,
        String accessKey,
        String accessToken) {

    /** Of the certificate. */
    public UUID id() {
        return entry.id();
    }

    @Override
    public String toString() {
        return "IssuedCertificate[" + accessKey + "]";
    }
}
