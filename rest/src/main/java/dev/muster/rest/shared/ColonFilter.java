package dev.muster.rest.shared;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Gives the colons of a path their form back. The launcher encodes each once more than in the request, because the server's check of
 * permissions cannot read a decoded colon.
 */
@Provider
@PreMatching
public class ColonFilter implements ContainerRequestFilter {

    private static final Pattern ENCODED = Pattern.compile("%25((?:25)*3[Aa])");

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo sent = request.getUriInfo();
        String path = sent.getRequestUri().getRawPath();
        String plain = plain(path);
        if (!plain.equals(path)) {
            request.setRequestUri(sent.getBaseUri(), withPath(sent.getRequestUri(), plain));
        }
    }

    static String plain(String path) {
        return ENCODED.matcher(path).replaceAll("%$1");
    }

    private static URI withPath(URI uri, String path) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path + query);
    }
}
