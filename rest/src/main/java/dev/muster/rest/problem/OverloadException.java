package dev.muster.rest.problem;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;

/**
 * More comes in than this server can do. Thrown by the thousand when it is: without a stack trace, and not logged one by
 * one.
 */
public final class OverloadException extends ProblemException {

    public OverloadException() {
        super(
                ProblemCode.UNAVAILABLE,
                "The server has more to do than it can at the moment; send the request again later.");
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
