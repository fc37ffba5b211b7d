package dev.muster.domain.provisioning.proof;

/**
 * What a verified proof says: everything in it is true as far as the certificate's key can make it so. Lives as long as
 * the request; of it, {@code proofId} is recorded with a success.
 *
 * @param accessKey {@code iss}: the certificate's access key
 * @param uniqueIdentifier {@code sub}: normalized, as the manufacturer's scheme has it; empty where a device's certificate names none
 * @param proofId {@code jti} or the nonce: 16 to 128 printable ASCII characters; both are unique, together, for each
 *     certificate
 * @param csr what the device wants a certificate for in place of a token; {@code null} where it wants none
 */
public record ProofClaims(String accessKey, String uniqueIdentifier, String proofId, DeviceCsr csr) {

    /** Of a proof that asks for no certificate. */
    public ProofClaims(String accessKey, String uniqueIdentifier, String proofId) {
        this(accessKey, uniqueIdentifier, proofId, null);
    }

    public ProofClaims withIdentifier(String other) {
        return new ProofClaims(accessKey, other, proofId, csr);
    }
}
