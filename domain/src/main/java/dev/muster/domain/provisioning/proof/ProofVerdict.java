package dev.muster.domain.provisioning.proof;

import dev.muster.domain.provisioning.policy.ProofPolicy;

/**
 * The verdict of a {@link ProofPolicy}: the proof is valid, or it is rejected for a reason. A value, because both are
 * recorded.
 */
public sealed interface ProofVerdict {

    /** The proof is by the certificate, for this identifier, and fresh. It may have been used before. */
    record Verified(ProofClaims claims) implements ProofVerdict {}

    /**
     * The literal proof is by the certificate. It names no identifier, and other devices can send the same text again.
     *
     * @param uniqueIdentifier of the body, normalized by the manufacturer's scheme
     */
    record VerifiedLiterally(String uniqueIdentifier) implements ProofVerdict {}

    /** The proof is rejected. The sender must not learn the reason. */
    record Rejected(ProofRejection reason) implements ProofVerdict {}
}
