package dev.muster.domain.shared;

import java.util.Objects;

/**
 * A use case that failed and changed nothing: the server rolls its transaction back (ejb-jar.xml). A refusal that must
 * be recorded is a value, not this exception. The message goes to the caller: it says what to do next, and names no
 * secret and no other tenant.
 */
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

    /** The thing does not exist or belongs to another tenant; the answer is the same for both. */
    public static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND, "This does not exist, or you may not see it.");
    }

    /** Input that breaks a rule. */
    public static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.VALIDATION_FAILED, detail);
    }

    public ProblemCode code() {
        return code;
    }
}
