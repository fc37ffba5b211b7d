package dev.muster.domain.provisioning.proof;

import org.jspecify.annotations.Nullable;

/**
 * The claims of a verified proof: the certificate's key vouches for them. Lives as long as the request; a success
 * records only the {@code proofId}.
 *
 * @param accessKey {@code iss}: the certificate's access key
 * @param uniqueIdentifier {@code sub}: normalized by the manufacturer's scheme; empty if a device's certificate names
 *     none
 * @param proofId {@code jti} or the nonce: 16 to 128 printable ASCII characters. No two proofs of a certificate have
 *     the same, whether it is a {@code jti} or a nonce
 * @param csr if the device wants a certificate instead of a token; otherwise {@code null}
 */
public record ProofClaims(
        String accessKey,
        String uniqueIdentifier,
        String proofId,
        @Nullable DeviceCsr csr) {

    /** The claims of a proof without a CSR. */
    public ProofClaims(String accessKey, String uniqueIdentifier, String proofId) {
        this(accessKey, uniqueIdentifier, proofId, null);
    }

    public ProofClaims withIdentifier(String other) {
        return new ProofClaims(accessKey, other, proofId, csr);
    }
}
