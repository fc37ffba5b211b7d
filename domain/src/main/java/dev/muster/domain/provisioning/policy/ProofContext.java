package dev.muster.domain.provisioning.policy;

import dev.muster.domain.provisioning.proof.ProofVerificationKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The request that brings a proof, and the certificate that the request names. A certificate with another access key
 * counts as unknown: a database that ignores case may find it.
 *
 * @param accessKey of the request's path, as sent
 * @param key of the PROOF certificate with this access key; empty if there is none
 * @param authority the DEVICE_CA with this access key; empty if there is none
 * @param uniqueIdentifier of the request's body, as sent
 * @param normalizer the manufacturer's way of writing an identifier; total and pure. It also takes a text that breaks
 *     the manufacturer's scheme: the sender learns about that later, after a valid proof. For an unknown access key it
 *     may be any function
 * @param now the server's time
 */
public record ProofContext(
        String accessKey,
        Optional<ProofVerificationKey> key,
        Optional<DeviceAuthority> authority,
        String uniqueIdentifier,
        UnaryOperator<String> normalizer,
        Instant now) {

    public ProofContext {
        key = key.filter(known -> known.accessKey().equals(accessKey));
        authority = authority.filter(known -> known.accessKey().equals(accessKey));
    }

    String normalizedIdentifier() {
        return normalizer.apply(uniqueIdentifier);
    }
}
