package dev.muster.domain.provisioning.proof;

import dev.muster.domain.provisioning.policy.ProofPolicy;

/** What {@link ProofPolicy} finds of a proof: believed, or not and why. A value, not an exception: both are recorded. */
public sealed interface ProofVerdict {

    /** The proof is the certificate's, for this identifier, and fresh. Whether it was used before is not said. */
    record Verified(ProofClaims claims) implements ProofVerdict {}

    /**
     * The literal proof is the certificate's; for which identifier it was made it does not say, and it is never used up.
     *
     * @param uniqueIdentifier of the body: normalized, as the manufacturer's scheme has it
     */
    record VerifiedLiterally(String uniqueIdentifier) implements ProofVerdict {}

    /** The proof is not believed; the reason is not for the sender. */
    record Rejected(ProofRejection reason) implements ProofVerdict {}
}
