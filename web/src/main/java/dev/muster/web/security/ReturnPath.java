package dev.muster.web.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where to go after the login. The path comes from the address of the login page, so anybody can have made it: only a
 * path of this site is followed.
 */
public final class ReturnPath {

    public static final String HOME = "/index.xhtml";

    static final String LOGIN = "/login.xhtml";

    private static final int MAX_LENGTH = 1_000;

    private ReturnPath() {}

    /** The login page that leads back to a path of this site. */
    static String loginFor(String path) {
        String target = safe(path);
        return target.equals(HOME) ? LOGIN : LOGIN + "?next=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }

    /**
     * The path itself if it stays on this site, otherwise the home page.
     *
     * @param wanted as received; null if there was none
     */
    public static String safe(String wanted) {
        if (wanted == null || wanted.length() > MAX_LENGTH || !isLocal(wanted) || wanted.startsWith(LOGIN)) {
            return HOME;
        }
        return "/".equals(wanted) ? HOME : wanted;
    }

    /** Two slashes begin the name of another host, and browsers read a backslash as a slash. */
    private static boolean isLocal(String wanted) {
        if (!wanted.startsWith("/") || wanted.startsWith("//") || wanted.indexOf('\\') >= 0) {
            return false;
        }
        try {
            URI uri = new URI(wanted);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
