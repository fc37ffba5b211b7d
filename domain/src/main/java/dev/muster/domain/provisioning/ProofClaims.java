package dev.muster.domain.provisioning;

import java.time.Instant;

/**
 * What a verified proof says: everything in it is true as far as the certificate's key can make it so. Lives as long as
 * the request; of it, {@code proofId} is recorded with a success.
 *
 * @param accessKey {@code iss}: the certificate's access key
 * @param uniqueIdentifier {@code sub}: normalized, as the manufacturer's scheme has it; empty where a device's certificate names none
 * @param proofId {@code jti}: 16 to 128 printable ASCII characters; unique for each certificate
 * @param issuedAt {@code iat}
 * @param expiresAt {@code exp}: after it and the skew the proof is refused as stale, so no record of its
 *     {@code proofId} is needed
 */
public record ProofClaims(
        String accessKey, String uniqueIdentifier, String proofId, Instant issuedAt, Instant expiresAt) {

    ProofClaims withIdentifier(String other) {
        return new ProofClaims(accessKey, other, proofId, issuedAt, expiresAt);
    }
}
