package dev.muster.domain.provisioning.proof;

import dev.muster.domain.trust.key.KeyAlgorithm;

/**
 * What is needed of a ManufacturerCertificate to verify a proof; read from its record for one request. Whether it is
 * revoked or expired is not asked here: that is answered only to who has proven to hold its key.
 *
 * @param accessKey 26 characters of {@code A-Z2-7}
 * @param keyAlgorithm what pins the proof's algorithm (RFC 8725 section 3.1)
 * @param publicKey DER SubjectPublicKeyInfo, as {@code PublicKey.getEncoded()} gives it; not copied, not changed. Pass
 *     the stored bytes, not a key object that was read from them: what that reading costs would tell known access keys
 *     from unknown ones
 * @param accessTokenHash 43 characters, {@code Secrets.sha256Base64Url} of the access token
 */
public record ProofVerificationKey(
        String accessKey, KeyAlgorithm keyAlgorithm, byte[] publicKey, String accessTokenHash) {}
