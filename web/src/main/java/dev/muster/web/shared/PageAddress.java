package dev.muster.web.shared;

import java.net.URI;
import java.net.URISyntaxException;

/** The address of a page with the query that it was opened with, which a form does not send back. */
final class PageAddress {

    private PageAddress() {}

    /**
     * @param path of the page
     * @param referrer the whole address as the browser sends it, or null
     */
    static String of(String path, String referrer) {
        try {
            URI uri = new URI(referrer == null ? "" : referrer);
            boolean isSamePage = path.equals(uri.getRawPath()) && uri.getRawQuery() != null;
            return isSamePage ? path + "?" + uri.getRawQuery() : path;
        } catch (URISyntaxException unreadable) {
            return path;
        }
    }
}
