package dev.muster.web.security.language;

import dev.muster.domain.shared.Language;
import dev.muster.web.security.PortalCookies;
import dev.muster.web.security.ReturnPath;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;

/**
 * Changes the language of a browser in which nobody is logged in ({@code /language?to=de}), and leads back to the page before. A user
 * who is logged in chooses the language in the profile.
 */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {

    private static final Duration LIFE = Duration.ofDays(365);

    @Inject
    private PortalCookies cookies;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Language> wanted = Language.ofTag(request.getParameter("to"));
        if (wanted.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        cookies.put(response, PortalLanguage.COOKIE, wanted.get().tag(), LIFE, "Lax");
        ReturnPath.lead(response, pageBefore(request));
    }

    /** A page of this site before the login, or the login page: which one the browser says. */
    private static String pageBefore(HttpServletRequest request) {
        try {
            URI before = new URI(String.valueOf(request.getHeader("Referer")));
            String query = before.getRawQuery() == null ? "" : "?" + before.getRawQuery();
            return ReturnPath.inside(before.getRawPath() + query);
        } catch (URISyntaxException unreadable) {
            return ReturnPath.LOGIN;
        }
    }
}
