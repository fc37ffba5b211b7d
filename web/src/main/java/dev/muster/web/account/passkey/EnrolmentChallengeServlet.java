package dev.muster.web.account.passkey;

import dev.muster.domain.shared.Caller;
import dev.muster.ejb.account.passkey.OwnProof;
import dev.muster.ejb.account.passkey.PasskeyCreation;
import dev.muster.ejb.account.passkey.PasskeyService;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Begins to add a passkey: takes the user's password, and the code of an app if there is one, and gives the browser a
 * challenge.
 */
@WebServlet("/passkeys/challenge")
public class EnrolmentChallengeServlet extends PasskeyServlet {

    @Inject
    private PasskeyService passkeys;

    @Inject
    private PasskeyGate gate;

    @Inject
    private PasskeyCookie cookie;

    @Override
    JsonObject answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller user = gate.admit(request);
        PasskeyMessage sent = PasskeyMessage.read(request, "password", "code");
        PasskeyCreation creation = passkeys.begin(user, new OwnProof(sent.text("password"), sent.text("code")));
        cookie.give(response, creation.challenge());
        return PasskeyOptions.of(creation);
    }
}
