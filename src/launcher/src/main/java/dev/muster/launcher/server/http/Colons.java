package dev.muster.launcher.server.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Colons in the path of a request. The server's check of permissions takes a decoded colon for the separator of two patterns (Jakarta
 * Authorization, {@code WebResourcePermission}) and fails. So each is encoded once more than in the request: {@code :} and {@code %3A}
 * become {@code %253A}. A colon that is encoded already n times gets n + 1, so that no two paths become one. {@code ColonFilter} in
 * {@code rest} undoes it.
 */
final class Colons {

    private static final Pattern COLON = Pattern.compile(":|%(?:25)*3[Aa]");

    private Colons() {}

    /** @param path as in the request, without its query */
    static String encoded(String path) {
        return COLON.matcher(path).replaceAll(found -> Matcher.quoteReplacement(once(found.group())));
    }

    private static String once(String colon) {
        return colon.equals(":") ? "%253A" : "%25" + colon.substring(1);
    }
}
