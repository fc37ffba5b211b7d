package dev.muster.rest.problem;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;

/**
 * The server gets more requests than it can process. Then it throws thousands of these exceptions, so they have no
 * stack trace and are not logged one by one. The answer is 429 (RFC 6585 section 4), because after a 503 the server
 * would end the connection, and the next try would cost both sides a TLS handshake: as much as the refused request.
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
