package dev.muster.rest.security;

import dev.muster.domain.quota.Quota;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.account.token.ApiTokenService;
import dev.muster.ejb.account.token.AuthenticatedToken;
import dev.muster.ejb.quota.QuotaRates;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;

/** Finds the user of the API token in a request (RFC 6750 section 2.1). */
@Provider
@Authenticated
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class BearerFilter implements ContainerRequestFilter {

    @Inject
    private ApiTokenService tokens;

    @Inject
    private QuotaRates rates;

    @Inject
    private ApiCaller current;

    /**
     * Counts the request for the user's tenant.
     *
     * @throws ProblemException {@code unauthenticated}, or {@code forbidden} if role or token has too little right
     * @throws QuotaReachedException if the tenant has sent too many requests in this minute
     */
    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        AuthenticatedToken token = AuthorizationHeader.bearer(header)
                .flatMap(tokens::authenticate)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UNAUTHENTICATED, "A valid API token is needed; make a token in the portal."));
        CallRights.check(token, request);
        UUID tenant = token.caller().tenantId();
        if (tenant != null) {
            rates.use(tenant, Quota.API_REQUESTS, 1);
        }
        current.set(token.caller());
    }
}
