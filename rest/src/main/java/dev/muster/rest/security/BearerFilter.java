package dev.muster.rest.security;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.account.ApiTokenService;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Finds the user of the API token in a request (RFC 6750 section 2.1). */
@Provider
@Authenticated
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class BearerFilter implements ContainerRequestFilter {

    @Inject
    private ApiTokenService tokens;

    @Inject
    private ApiCaller current;

    /** @throws ProblemException {@code unauthenticated}, or {@code forbidden} if the role only reads */
    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        Caller caller = AuthorizationHeader.bearer(header)
                .flatMap(tokens::authenticate)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UNAUTHENTICATED, "A valid API token is needed; make a token in the portal."));
        ReadingRoles.check(caller, request);
        current.set(caller);
    }
}
