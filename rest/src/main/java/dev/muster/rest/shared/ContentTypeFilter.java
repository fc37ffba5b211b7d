package dev.muster.rest.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** A Content-Type that names no type is refused like one of a wrong type, before a call is looked for that takes it. */
@Provider
@ApplicationScoped
@PreMatching
public class ContentTypeFilter implements ContainerRequestFilter {

    /** Type, slash, subtype, and perhaps parameters (RFC 9110 section 8.3.1). */
    private static final Pattern TYPE =
            Pattern.compile("[ \\t]*[\\w!#$%&'+.^`|~-]+/[\\w!#$%&'+.^`|~-]+[ \\t]*(?:;.*)?");

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (header != null && !header.isEmpty() && !isType(header)) {
            throw new NotSupportedException();
        }
    }

    private static boolean isType(String header) {
        try {
            return TYPE.matcher(header).matches() && MediaType.valueOf(header) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
