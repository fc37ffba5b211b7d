package dev.muster.rest.problem;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;

/**
 * More comes in than this server can do. Thrown by the thousand when it is: without a stack trace, and not logged one by
 * one. Answered 429 (RFC 6585 section 4) and not 503, after which the server would end the connection: the next try
 * would cost both sides a TLS handshake, as much as what was refused.
 */
public final class OverloadException extends ProblemException {

    public OverloadException() {
        super(ProblemCode.RATE_LIMITED, "The server is overloaded; send the request again later.");
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
