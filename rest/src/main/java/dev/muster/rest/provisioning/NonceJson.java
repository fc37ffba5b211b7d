package dev.muster.rest.provisioning;

import dev.muster.domain.provisioning.proof.ServerNonce;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * A nonce for a device without a clock.
 *
 * @param nonce 48 characters, for one success
 * @param expiresAt seconds since the epoch
 */
@JsonbPropertyOrder({"nonce", "expiresAt"})
public record NonceJson(String nonce, long expiresAt) {

    static NonceJson of(ServerNonce nonce) {
        return new NonceJson(nonce.nonce(), nonce.expiresAt().getEpochSecond());
    }
}
