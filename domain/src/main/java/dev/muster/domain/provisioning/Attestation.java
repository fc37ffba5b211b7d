package dev.muster.domain.provisioning;

/**
 * The evidence in a provision request, as it was sent; verified by {@link ProofPolicy}. Further forms of proof become
 * further kinds of it.
 */
public sealed interface Attestation {

    /**
     * The default: a compact JWS.
     *
     * @param compact not yet decoded
     */
    record SignedProof(String compact) implements Attestation {}

    /** Evidence that is refused for its form, whatever it says: several proofs at once, or a form not offered. */
    record Unacceptable(ProofRejection reason) implements Attestation {}
}
