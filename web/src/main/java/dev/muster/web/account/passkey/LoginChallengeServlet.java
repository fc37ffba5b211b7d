package dev.muster.web.account.passkey;

import dev.muster.ejb.account.passkey.PasskeyLoginService;
import dev.muster.ejb.account.passkey.PasskeyRequest;
import dev.muster.web.security.RequestSource;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Begins a login by passkey: gives the browser a challenge. Anybody may ask, before the login. */
@WebServlet("/passkeys/login/challenge")
public class LoginChallengeServlet extends PasskeyServlet {

    @Inject
    private PasskeyLoginService logins;

    @Inject
    private RequestSource source;

    @Inject
    private PasskeyCookie cookie;

    @Override
    JsonObject answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PasskeyMessage.read(request);
        PasskeyRequest wanted = logins.begin(source.of(request));
        cookie.give(response, wanted.challenge());
        return PasskeyOptions.of(wanted);
    }
}
