package dev.muster.web.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/**
 * The cookie of the session. Because of its prefix, browsers accept it only if it is secure, for this host only and for
 * all paths (draft-ietf-httpbis-rfc6265bis, section 4.1.3.2). The demonstration run has no prefix, because it also
 * answers without TLS. SameSite is Lax and not Strict, so that a user who follows a link in a mail is logged in.
 */
@WebListener
public class SessionCookie implements ServletContextListener {

    private static final int TIMEOUT_MINUTES = 30;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        boolean demo = new PortalSettings().isDemo();
        ServletContext context = event.getServletContext();
        context.setSessionTimeout(TIMEOUT_MINUTES);
        context.setSessionTrackingModes(EnumSet.of(SessionTrackingMode.COOKIE));
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        cookie.setName(demo ? "muster-session" : "__Host-muster-session");
        cookie.setSecure(!demo);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setAttribute("SameSite", "Lax");
    }
}
