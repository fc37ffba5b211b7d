package dev.muster.domain.shared;

/**
 * A device's request that cannot be read: its body, its proof or the JSON in them. What can be read and is wrong is not
 * this, but a refusal.
 */
public final class MalformedRequestException extends Exception {

    /** @param message for the log; it repeats nothing of the request */
    public MalformedRequestException(String message) {
        super(message);
    }

    /** Always {@link ProblemCode#MALFORMED_REQUEST}. */
    public ProblemCode code() {
        return ProblemCode.MALFORMED_REQUEST;
    }
}
