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
 * A request whose body is needed says how long it is, or comes in chunks (RFC 9112 section 6.3): without either the body is
 * empty, and what its sender wrote after it would be the next request. Such a sender is told so (RFC 9110 section 15.5.12).
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
