package dev.muster.domain.shared;

import jakarta.ejb.ApplicationException;
import java.util.Objects;

/**
 * A use case that cannot be done and leaves nothing behind: the transaction is rolled back. A refusal that must be
 * recorded is not this exception but a value. The message goes to the caller, so it names no secret and no other
 * tenant, and says what to do next.
 */
@ApplicationException(rollback = true)
public class ProblemException extends RuntimeException {

    private final ProblemCode code;

    /**
     * @param code what kind of problem it is, for programs
     * @param detail one or two sentences, for people
     */
    public ProblemException(ProblemCode code, String detail) {
        super(Objects.requireNonNull(detail));
        this.code = Objects.requireNonNull(code);
    }

    /** What does not exist, or belongs to another tenant: the two look the same. */
    public static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is nothing here, or nothing that you may see.");
    }

    /** Input that breaks a rule. */
    public static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.VALIDATION_FAILED, detail);
    }

    public ProblemCode code() {
        return code;
    }
}
