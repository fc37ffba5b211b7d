package dev.muster.web.account.signon;

import dev.muster.ejb.account.signon.SignOnOutcome;
import dev.muster.ejb.account.signon.SignOnService;
import dev.muster.web.security.ReturnPath;
import dev.muster.web.shared.text.RequestLanguage;
import dev.muster.web.shared.text.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Leads the browser to the OpenID provider, after its user has pressed the button of the login page. {@code SameOrigin} refuses
 * the form of another site, so no other site can begin a login.
 *
 * <p>The answer is a page that leads on, and not a redirect: the content security policy of the login page allows its forms to end
 * only here.
 *
 * <p>A page that asks its user to log in again posts {@code again}. Without it the session would not become fresh either, because
 * the ID token says when the user has logged in.
 */
@WebServlet("/oidc/start")
public class SignOnStartServlet extends HttpServlet {

    @Inject
    private SignOnService signOns;

    @Inject
    private SignOnCookie cookie;

    @Inject
    private RequestLanguage language;

    @Inject
    private Texts texts;

    /** Nobody comes here except by the button. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        ReturnPath.lead(response, ReturnPath.LOGIN);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (signOns.provider().isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String next = ReturnPath.safe(request.getParameter("next"));
        boolean again = request.getParameter("again") != null;
        switch (signOns.begin(again, next)) {
            case SignOnOutcome.Begun begun -> {
                cookie.put(response, begun.cookie());
                response.setContentType("text/html;charset=UTF-8");
                response.getWriter().write(page(escaped(begun.address()), escaped(begun.provider())));
            }
            case SignOnOutcome.Refused refused ->
                ReturnPath.lead(response, ReturnPath.refused(refused.reason().word()));
            case SignOnOutcome.Entered entered -> throw new IllegalStateException("Nobody has logged in yet");
        }
    }

    private String page(String address, String provider) {
        return """
                <!DOCTYPE html>
                <html lang="%1$s" dir="%2$s"><head><title>%3$s – Muster</title><meta http-equiv="refresh" content="0;url=%4$s"></head>
                <body><p>%5$s</p></body></html>
                """.formatted(
                        language.get().tag(),
                        language.get().direction(),
                        texts.of("security.logIn"),
                        address,
                        texts.of("account.goToProvider", "<a href=\"" + address + "\">" + provider + "</a>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
