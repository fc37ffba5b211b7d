package dev.muster.domain.provisioning.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * The evidence in a provision request, as sent. A policy for each form verifies it. A new form of proof becomes a new
 * record here.
 */
public sealed interface Attestation {

    /**
     * The default: a compact JWS.
     *
     * @param compact not yet decoded
     */
    record SignedProof(String compact) implements Attestation {

        /** Without the value, because it is a proof until it is used. */
        @Override
        public String toString() {
            return "SignedProof[" + compact.length() + " characters]";
        }
    }

    /**
     * Cervello's literal form: the certificate access token, "encrypted" with the certificate's RSA key. A static
     * secret that covers no identifier.
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

        /** Without the value, because anybody who knows it can use it. */
        @Override
        public String toString() {
            return "LiteralProof[" + encryptionResult.length + " octets]";
        }
    }

    /**
     * For firmware without a JOSE library: a signature over the access token's hash, the identifier, the time and the
     * nonce.
     *
     * @param timestamp seconds since the epoch, any number; a device without a clock sends 0
     * @param nonce the device's own, or the server's for a device without a clock; without control characters, any
     *     length
     * @param signature decoded from base64, any length; not copied, not changed
     */
    record SignatureProof(BigInteger timestamp, String nonce, byte[] signature) implements Attestation {

        /** Whether only a nonce of the server can show that the proof is fresh. */
        public boolean isClockless() {
            return timestamp.signum() == 0;
        }

        /** The signed octets (protocol.md, Provision request). */
        public byte[] signed(String accessTokenHash, String uniqueIdentifier) {
            return String.join("\n", accessTokenHash, uniqueIdentifier, timestamp.toString(), nonce)
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof SignatureProof proof
                    && timestamp.equals(proof.timestamp)
                    && nonce.equals(proof.nonce)
                    && Arrays.equals(signature, proof.signature);
        }

        @Override
        public int hashCode() {
            return Objects.hash(timestamp, nonce, Arrays.hashCode(signature));
        }

        @Override
        public String toString() {
            return "SignatureProof[" + timestamp + ", " + nonce + "]";
        }
    }

    /** Evidence that is refused for its form, whatever it contains: several proofs at once. */
    record Unacceptable(ProofRejection reason) implements Attestation {}
}
