package dev.muster.domain.provisioning;

import dev.muster.domain.shared.ProblemCode;

/**
 * A provision request that cannot be read: its body, its proof or the JSON in them. Thrown before anything is known of
 * the sender, so it says nothing about certificates or devices; what can be read and is wrong is never thrown, but a
 * {@link ProofVerdict.Rejected}.
 */
public final class MalformedRequestException extends Exception {

    /** @param message for the log; it repeats nothing of the request */
    MalformedRequestException(String message) {
        super(message);
    }

    /** Always {@link ProblemCode#MALFORMED_REQUEST}. */
    public ProblemCode code() {
        return ProblemCode.MALFORMED_REQUEST;
    }
}
