package dev.muster.rest.security;

import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.account.token.AuthenticatedToken;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;

/**
 * Refuses a call, before the call reads its body, if the caller's role only reads, if the caller's organization is
 * suspended, or if the API token has less rights than its user. The services refuse these callers, too. Users of every role manage their own tokens and
 * sessions, and every token may ask who its user is.
 */
final class CallRights {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final Set<String> OWN = Set.of("tokens", "account");

    private static final String WHO = "account";

    private CallRights() {}

    /** @throws ProblemException {@code forbidden} or {@code organization-suspended}; the message says what is missing */
    static void check(AuthenticatedToken token, ContainerRequestContext request) {
        boolean isChanging = !READING.contains(request.getMethod());
        String path = request.getUriInfo().getPath().replaceFirst("^/?v1/", "");
        if (isChanging && !OWN.contains(path.split("/")[0])) {
            token.caller().requireChanging();
        }
        if (isChanging || !WHO.equals(path)) {
            token.rights().require(isChanging, CallKind.of(path).orElse(null));
        }
    }
}
