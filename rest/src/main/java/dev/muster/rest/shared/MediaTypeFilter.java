package dev.muster.rest.shared;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Refuses a body without a media type, before anything else. JAX-RS itself refuses a body of a wrong type. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION - 100)
public class MediaTypeFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMediaType() == null && request.hasEntity()) {
            throw new NotSupportedException();
        }
    }
}
