package dev.muster.domain.provisioning.proof;

import java.time.Instant;

/**
 * A device without a clock shows with it that its proof is fresh. The server gives one to everyone who asks and records
 * none; a success uses it up.
 *
 * @param nonce 48 characters of base64url
 * @param expiresAt whole seconds; refused from then on
 */
public record ServerNonce(String nonce, Instant expiresAt) {}
