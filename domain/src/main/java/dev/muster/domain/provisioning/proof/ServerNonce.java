package dev.muster.domain.provisioning.proof;

import java.time.Instant;

/**
 * What a device without a clock shows that its proof is of this moment with. Given to whoever asks and recorded nowhere; a
 * success uses it up.
 *
 * @param nonce 48 characters of base64url
 * @param expiresAt whole seconds; from then on it is refused
 */
public record ServerNonce(String nonce, Instant expiresAt) {}
