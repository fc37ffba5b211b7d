package dev.muster.web.security;

import jakarta.servlet.http.HttpServletResponse;
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

    public static final String LOGIN = "/login.xhtml";

    public static final String CODE = "/login-code.xhtml";

    private static final int MAX_LENGTH = 1_000;

    private ReturnPath() {}

    /** The login page that leads back to a path of this site. */
    public static String loginFor(String path) {
        return before(LOGIN, path);
    }

    /** The page that asks for a second factor, and leads to a path of this site. */
    public static String codeFor(String path) {
        return before(CODE, path);
    }

    private static String before(String page, String path) {
        String target = safe(path);
        return target.equals(HOME) ? page : page + "?next=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }

    /**
     * The login page that says why single sign-on let nobody in.
     *
     * @param word of {@link dev.muster.domain.account.signon.SignOnRefusal}
     */
    public static String refused(String word) {
        return LOGIN + "?refusal=" + word;
    }

    /** Leads the browser to a path of this site, without the name of the host, which the browser has sent. */
    public static void lead(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }

    /**
     * The path itself if it stays on this site, otherwise the home page.
     *
     * @param wanted as received; null if there was none
     */
    public static String safe(String wanted) {
        return isLogin(inside(wanted)) ? HOME : inside(wanted);
    }

    /** As {@link #safe}, where the pages of the login are a good place, too. */
    public static String inside(String wanted) {
        if (wanted == null || wanted.length() > MAX_LENGTH || !isLocal(wanted)) {
            return HOME;
        }
        return "/".equals(wanted) ? HOME : wanted;
    }

    private static boolean isLogin(String wanted) {
        return wanted.startsWith(LOGIN) || wanted.startsWith(CODE);
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
