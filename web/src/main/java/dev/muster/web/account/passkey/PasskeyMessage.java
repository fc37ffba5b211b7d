package dev.muster.web.account.passkey;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.StrictJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;

/** What a script sends about a passkey: a JSON object with known members, each a text. */
final class PasskeyMessage {

    /** An answer without attestation has some 2,000 octets; one with the largest allowed key has less than this. */
    private static final int MOST = 16_384;

    private final JsonObject members;

    private PasskeyMessage(JsonObject members) {
        this.members = members;
    }

    /**
     * Reads the body of a request.
     *
     * @param known all members that it may have
     * @throws ProblemException {@code unsupported-media-type}, {@code body-too-large} or {@code malformed-request}
     */
    static PasskeyMessage read(HttpServletRequest request, String... known) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send JSON.");
        }
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            throw new ProblemException(ProblemCode.BODY_TOO_LARGE, "The answer of the authenticator is too long.");
        }
        try {
            JsonObject members = StrictJson.object(body, Set.of(known));
            if (!Set.of(known).containsAll(members.keySet())) {
                throw malformed();
            }
            return new PasskeyMessage(members);
        } catch (MalformedRequestException e) {
            throw new ProblemException(ProblemCode.MALFORMED_REQUEST, e.getMessage());
        }
    }

    /** @throws ProblemException {@code malformed-request} if it is missing or no text */
    String text(String name) {
        if (members.get(name) instanceof JsonString text) {
            return text.getString();
        }
        throw malformed();
    }

    /**
     * Octets that the script has written in base64url without padding (RFC 4648 section 5).
     *
     * @throws ProblemException {@code malformed-request} if they are missing, empty or written in another way
     */
    byte[] octets(String name) {
        String text = text(name);
        try {
            byte[] octets = Base64.getUrlDecoder().decode(text);
            boolean isCanonical = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(octets)
                    .equals(text);
            if (octets.length > 0 && isCanonical) {
                return octets;
            }
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static ProblemException malformed() {
        return new ProblemException(
                ProblemCode.MALFORMED_REQUEST, "The answer of the browser cannot be read. Load the page again.");
    }
}
