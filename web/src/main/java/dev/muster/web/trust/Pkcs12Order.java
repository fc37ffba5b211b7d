package dev.muster.web.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.StrictJson;
import dev.muster.domain.trust.file.Passphrase;
import dev.muster.domain.trust.file.Pkcs12;
import jakarta.json.JsonObject;
import java.security.SecureRandom;

/** What the page sends to have a key packed: nothing but text, and no word of it comes back in a refusal. */
final class Pkcs12Order {

    private final JsonObject order;

    /**
     * @param body UTF-8, JSON
     * @throws ProblemException {@code validation-failed} where it cannot be read
     */
    Pkcs12Order(byte[] body) {
        try {
            order = StrictJson.object(body);
        } catch (MalformedRequestException e) {
            throw unreadable();
        }
    }

    /**
     * The file, PKCS#12.
     *
     * @throws ProblemException {@code validation-failed} where the passphrase or the rest is not as it should be
     */
    byte[] pack(SecureRandom random) {
        Passphrase passphrase = new Passphrase(text("passphrase"));
        try {
            return new Pkcs12(passphrase, random).of(text("privateKey"), text("certificate"), text("chain"));
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private String text(String member) {
        return order.getString(member, "");
    }

    private static ProblemException unreadable() {
        return ProblemException.invalid("The server cannot read what the page sent. Download the files one by one.");
    }
}
