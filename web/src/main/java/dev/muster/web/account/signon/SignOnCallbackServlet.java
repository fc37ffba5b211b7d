package dev.muster.web.account.signon;

import dev.muster.ejb.account.signon.SignOnAnswer;
import dev.muster.ejb.account.signon.SignOnOutcome;
import dev.muster.ejb.account.signon.SignOnService;
import dev.muster.web.security.Entrance;
import dev.muster.web.security.RequestSource;
import dev.muster.web.security.ReturnPath;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Where the browser comes back from the OpenID provider. It always leads on, so that no code stays in the address: to the page
 * that the user wanted, or to the login page, which says why not.
 */
@WebServlet("/oidc/callback")
public class SignOnCallbackServlet extends HttpServlet {

    @Inject
    private SignOnService signOns;

    @Inject
    private SignOnCookie cookie;

    @Inject
    private RequestSource source;

    @Inject
    private Entrance entrance;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (signOns.provider().isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String begun = cookie.of(request);
        if (begun != null) {
            cookie.remove(response);
        }
        SignOnAnswer answer = new SignOnAnswer(
                begun,
                request.getParameter("state"),
                request.getParameter("code"),
                request.getParameter("error"),
                request.getParameter("iss"));
        switch (signOns.finish(answer, source.of(request))) {
            case SignOnOutcome.Entered entered -> {
                entrance.enter(entered.user(), entered.authenticatedAt(), response);
                ReturnPath.lead(response, ReturnPath.safe(entered.next()));
            }
            case SignOnOutcome.Refused refused ->
                ReturnPath.lead(response, ReturnPath.refused(refused.reason().word()));
            case SignOnOutcome.Begun again -> throw new IllegalStateException("The login has begun already");
        }
    }
}
