package dev.muster.rest.shared;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/**
 * Refuses a request that needs a body and has neither a length nor chunks (RFC 9110 section 15.5.12). Such a body is
 * empty (RFC 9112 section 6.3), and the server would read what the sender wrote as the next request.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION - 200)
public class BodyLengthFilter implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean delimited = request.getHeaders().containsKey(HttpHeaders.CONTENT_LENGTH)
                || request.getHeaders().containsKey("Transfer-Encoding");
        if (!delimited && needsBody(resource.getResourceMethod())) {
            throw new ClientErrorException(Response.Status.LENGTH_REQUIRED);
        }
    }

    private static boolean needsBody(Method call) {
        return call != null
                && call.isAnnotationPresent(Consumes.class)
                && !call.isAnnotationPresent(BodyOptional.class);
    }
}
