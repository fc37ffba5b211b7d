package dev.muster.domain.provisioning.proof;

import java.time.Instant;

/**
 * A nonce of the server. With it, a device without a clock shows that its proof is fresh. The server gives a nonce to
 * everyone who asks and stores none of them; a success uses the nonce up.
 *
 * @param nonce 48 characters of base64url
 * @param expiresAt whole seconds; refused from then on
 */
public record ServerNonce(String nonce, Instant expiresAt) {}
