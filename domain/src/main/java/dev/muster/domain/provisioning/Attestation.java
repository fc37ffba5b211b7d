package dev.muster.domain.provisioning;

import java.util.Arrays;

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

    /**
     * Cervello's literal form: the certificate access token, "encrypted" with the certificate's RSA key. A static secret
     * that covers no identifier.
     *
     * @param encryptionResult decoded from base64, any length; not copied, not changed
     */
    record LiteralProof(byte[] encryptionResult) implements Attestation {

        @Override
        public boolean equals(Object other) {
            return other instanceof LiteralProof proof && Arrays.equals(encryptionResult, proof.encryptionResult);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(encryptionResult);
        }

        /** Not the value: who has it can use it. */
        @Override
        public String toString() {
            return "LiteralProof[" + encryptionResult.length + " octets]";
        }
    }

    /** Evidence that is refused for its form, whatever it says: several proofs at once, or a form not offered. */
    record Unacceptable(ProofRejection reason) implements Attestation {}
}
