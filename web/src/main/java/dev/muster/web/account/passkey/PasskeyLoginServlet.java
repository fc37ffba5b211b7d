package dev.muster.web.account.passkey;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.ejb.account.passkey.PasskeyAssertion;
import dev.muster.ejb.account.passkey.PasskeyLoginService;
import dev.muster.web.security.Entrance;
import dev.muster.web.security.RequestSource;
import dev.muster.web.security.ReturnPath;
import dev.muster.web.security.login.BrowserCookie;
import dev.muster.web.security.login.LoginCookie;
import dev.muster.web.shared.text.Texts;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Logs in by a passkey: as the only proof, or after the password. It is two factors itself, so both are the same. It answers
 * with the path of the page that the script opens.
 */
@WebServlet("/passkeys/login")
public class PasskeyLoginServlet extends PasskeyServlet {

    @Inject
    private PasskeyLoginService logins;

    @Inject
    private RequestSource source;

    @Inject
    private PasskeyCookie cookie;

    @Inject
    private Entrance entrance;

    @Inject
    private LoginCookie waiting;

    @Inject
    private BrowserCookie browser;

    @Inject
    private Texts texts;

    @Override
    JsonObject answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        PasskeyMessage sent = PasskeyMessage.read(
                request, "id", "userHandle", "clientData", "authenticatorData", "signature", "next");
        PasskeyAssertion answer = new PasskeyAssertion(
                sent.octets("id"),
                sent.octets("userHandle"),
                sent.octets("clientData"),
                sent.octets("authenticatorData"),
                sent.octets("signature"));
        String next = ReturnPath.safe(sent.text("next"));
        Caller user = logins.authenticate(cookie.take(request, response), answer, source.of(request))
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.UNAUTHENTICATED, texts.of("account.passkeyRefused")));
        entrance.enter(user, response);
        waiting.remove(response);
        browser.remember(response, user);
        return OwnJson.object().add("next", next).build();
    }
}
