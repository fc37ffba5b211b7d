package dev.muster.web.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.StrictJson;
import dev.muster.domain.trust.file.Passphrase;
import dev.muster.domain.trust.file.Pkcs12;
import dev.muster.web.shared.text.Texts;
import jakarta.json.JsonObject;
import java.security.SecureRandom;

/** What the page sends to pack a key. It is only text, and a refusal repeats no word of it. */
final class Pkcs12Order {

    private final JsonObject order;
    private final Texts texts;

    /**
     * @param body UTF-8, JSON
     * @throws ProblemException {@code validation-failed} if it cannot be read
     */
    Pkcs12Order(byte[] body, Texts texts) {
        this.texts = texts;
        try {
            order = StrictJson.object(body);
        } catch (MalformedRequestException e) {
            throw unreadable();
        }
    }

    /**
     * The file, PKCS#12.
     *
     * @throws ProblemException {@code validation-failed} if the passphrase or another part is not valid
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

    private ProblemException unreadable() {
        return ProblemException.invalid(texts.of("trust.pkcs12Unreadable"));
    }
}
