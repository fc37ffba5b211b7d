package dev.muster.rest.shared;

import dev.muster.domain.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Collection;

/** Refuses the character NUL in query parameters: no name has it, and PostgreSQL cannot store it. */
@Provider
@ApplicationScoped
public class QueryTextFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        boolean hasNul = request.getUriInfo().getQueryParameters().values().stream()
                .flatMap(Collection::stream)
                .anyMatch(value -> value.indexOf(0) >= 0);
        if (hasNul) {
            throw ProblemException.invalid("A query parameter contains the character NUL; remove this character.");
        }
    }
}
