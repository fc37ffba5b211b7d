package dev.muster.domain.provisioning.proof;

import dev.muster.domain.trust.key.KeyAlgorithm;

/**
 * The part of a ManufacturerCertificate that verifies a proof; read from its record for one request. Does not say
 * whether the certificate is revoked or has expired: only a sender that holds its key may learn that.
 *
 * @param accessKey 26 characters of {@code A-Z2-7}
 * @param keyAlgorithm decides which algorithms a proof may have (RFC 8725 section 3.1)
 * @param publicKey DER SubjectPublicKeyInfo, as {@code PublicKey.getEncoded()} gives it; not copied, not changed. Pass
 *     the stored bytes, not a key object: the time to read a key would tell known access keys from unknown ones
 * @param accessTokenHash 43 characters, {@code Secrets.sha256Base64Url} of the access token
 */
public record ProofVerificationKey(
        String accessKey, KeyAlgorithm keyAlgorithm, byte[] publicKey, String accessTokenHash) {}
