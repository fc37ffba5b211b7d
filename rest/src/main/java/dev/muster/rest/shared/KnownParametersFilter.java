package dev.muster.rest.shared;

import dev.muster.domain.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses a query parameter that the call does not have, and a parameter that comes twice although the call reads only
 * one value. Otherwise a script that asks for one device by a wrong parameter would get all devices. Runs after
 * authentication.
 */
@Provider
@ApplicationScoped
public class KnownParametersFilter implements ContainerRequestFilter {

    private final Map<Method, DeclaredParameters> declared = new ConcurrentHashMap<>();

    @Context
    private ResourceInfo call;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = call.getResourceMethod();
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        if (method != null && query != null && !query.isEmpty()) {
            DeclaredParameters known =
                    declared.computeIfAbsent(method, one -> DeclaredParameters.of(call.getResourceClass(), one));
            check(request.getUriInfo().getQueryParameters(), query, known);
        }
    }

    /**
     * @throws ProblemException {@code validation-failed} that names the parameters of the call, and none that was sent
     */
    static void check(MultivaluedMap<String, String> sent, String query, DeclaredParameters known) {
        if (!known.names().containsAll(sent.keySet()) || isNameless(query)) {
            throw ProblemException.invalid("A query parameter is not known here; " + sentence(known) + ".");
        }
        for (Map.Entry<String, List<String>> parameter : sent.entrySet()) {
            if (parameter.getValue().size() > 1 && !known.isRepeatable(parameter.getKey())) {
                throw ProblemException.invalid(
                        "The query parameter " + parameter.getKey() + " comes more than once; send it once.");
            }
        }
    }

    private static String sentence(DeclaredParameters known) {
        return known.names().isEmpty() ? "this call has none" : "this call has " + String.join(", ", known.names());
    }

    /** JAX-RS leaves out a value without a name. */
    private static boolean isNameless(String query) {
        return query.startsWith("=") || query.contains("&=");
    }
}
