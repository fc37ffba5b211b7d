package dev.muster.rest.security;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;

/**
 * Refuses each call that changes something if the caller's role only reads, before the call reads its body. The
 * services refuse it, too. Users of every role manage their own tokens.
 */
final class ReadingRoles {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final String OWN_TOKENS = "tokens";

    private ReadingRoles() {}

    /** @throws ProblemException {@code forbidden} */
    static void check(Caller caller, ContainerRequestContext request) {
        if (!caller.role().isChanging() && !isReading(request.getMethod()) && !isOwn(request)) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN, "Your role only reads; ask a manager to make this change.");
        }
    }

    static boolean isReading(String method) {
        return READING.contains(method);
    }

    private static boolean isOwn(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.replaceFirst("^/?(v1/)?", "").startsWith(OWN_TOKENS + "/");
    }
}
