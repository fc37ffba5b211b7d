package dev.muster.domain.provisioning;

import dev.muster.domain.shared.ProblemCode;

/**
 * Why a proof is not believed. Kept with the attempt, for the manufacturer and the operator; the sender is told
 * {@code invalid-proof} and never which of these it was (protocol.md, Order of the checks). Only that a nonce is needed is
 * told, because the request alone shows it, whatever certificate it names.
 */
public enum ProofRejection {
    UNKNOWN_ACCESS_KEY,
    /** A proof by the device's own certificate under a PROOF certificate, or one without under a DEVICE_CA. */
    PROOF_NOT_OF_PURPOSE,
    /** The device's certificate is not one that the DEVICE_CA has given to a device, or not any more. */
    DEVICE_CERTIFICATE_REFUSED,
    /** A request by TLS certificate without one: none was shown, or a proxy's header cannot be read. */
    NO_CERTIFICATE_SHOWN,
    /** What was shown in TLS is a certificate of the manufacturer's, and no device's. */
    NO_DEVICE_CERTIFICATE,
    /** The body has more than one form of proof. */
    SEVERAL_PROOFS,
    /** No times and no nonce. */
    NONCE_NEEDED,
    /** A nonce in place of times that the server has not given, or not for this access key. */
    NONCE_UNKNOWN,
    /** A nonce of the server's whose time is over. */
    NONCE_EXPIRED,
    /** No algorithm, {@code none}, or one that is not accepted. */
    ALGORITHM_NOT_ACCEPTED,
    /** An accepted algorithm, but not of the certificate's key. */
    ALGORITHM_NOT_OF_KEY,
    WRONG_TYPE,
    /** A header member that brings a key or asks for special treatment. */
    HEADER_MEMBER_REFUSED,
    /** A bare signature that has not the form of those that the certificate's key makes. */
    SIGNATURE_NOT_OF_KEY,
    BAD_SIGNATURE,
    /** A literal proof whose length is not the key's, or whose certificate has no RSA key. */
    ENCRYPTION_NOT_OF_KEY,
    /** A literal proof in which no message is found with the certificate's key. */
    BAD_ENCRYPTION,
    WRONG_ISSUER,
    /** {@code sub}, or the identifier in the device's certificate, is not the body's. */
    WRONG_SUBJECT,
    WRONG_AUDIENCE,
    /** The access token's hash is wrong, or comes with a device's certificate, where there is no token. */
    WRONG_TOKEN_HASH,
    /** {@code jti}, or the nonce of a bare signature, is missing, too short, too long or not printable. */
    UNUSABLE_PROOF_ID,
    /** {@code iat}, {@code exp}, {@code nbf} or {@code timestamp} is missing or no time. */
    UNUSABLE_TIMES,
    /** {@code exp} is not after {@code iat}, or more than five minutes after. */
    WRONG_LIFETIME,
    NOT_YET_VALID,
    EXPIRED;

    /** What the sender is told. */
    ProblemCode code() {
        return switch (this) {
            case NONCE_NEEDED, NONCE_UNKNOWN, NONCE_EXPIRED -> ProblemCode.USE_NONCE;
            default -> ProblemCode.INVALID_PROOF;
        };
    }
}
