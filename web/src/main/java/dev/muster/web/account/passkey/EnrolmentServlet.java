package dev.muster.web.account.passkey;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.ejb.account.passkey.PasskeyAttestation;
import dev.muster.ejb.account.passkey.PasskeyService;
import dev.muster.web.security.Entrance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Adds the passkey that the browser has made. */
@WebServlet("/passkeys/add")
public class EnrolmentServlet extends PasskeyServlet {

    @Inject
    private PasskeyService passkeys;

    @Inject
    private PasskeyGate gate;

    @Inject
    private PasskeyCookie cookie;

    @Inject
    private Entrance entrance;

    @Override
    JsonObject answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller user = gate.admit(request);
        PasskeyMessage sent = PasskeyMessage.read(request, "name", "clientData", "attestationObject");
        TenantName name = new TenantName(sent.text("name"));
        PasskeyAttestation made = new PasskeyAttestation(sent.octets("clientData"), sent.octets("attestationObject"));
        passkeys.add(user, cookie.take(request, response), name, made, entrance.secret());
        entrance.renew(user);
        return OwnJson.object().add("name", name.entered()).build();
    }
}
