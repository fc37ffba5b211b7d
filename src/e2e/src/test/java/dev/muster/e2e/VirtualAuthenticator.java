package dev.muster.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * An authenticator that the browser simulates (Chrome DevTools Protocol, domain WebAuthn): it keeps passkeys and checks its
 * user as a telephone does, and asks nobody.
 */
final class VirtualAuthenticator {

    private final CDPSession session;
    private final String id;

    private VirtualAuthenticator(CDPSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /** Plugs one in for a page. */
    static VirtualAuthenticator at(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        return new VirtualAuthenticator(
                session,
                session.send("WebAuthn.addVirtualAuthenticator", parameters)
                        .get("authenticatorId")
                        .getAsString());
    }

    /** How many passkeys it keeps. */
    int passkeys() {
        return session.send("WebAuthn.getCredentials", parameters())
                .getAsJsonArray("credentials")
                .size();
    }

    /** Whether its user shows the right finger from now on. */
    void verifies(boolean isVerified) {
        JsonObject parameters = parameters();
        parameters.addProperty("isUserVerified", isVerified);
        session.send("WebAuthn.setUserVerified", parameters);
    }

    /** Forgets all passkeys, as a device that was reset. */
    void clear() {
        session.send("WebAuthn.clearCredentials", parameters());
    }

    private JsonObject parameters() {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", id);
        return parameters;
    }
}
