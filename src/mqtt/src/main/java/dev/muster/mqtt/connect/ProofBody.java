package dev.muster.mqtt.connect;

import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.domain.shared.json.StrictJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Makes the body of a provision request (protocol.md) from the password of a first proof. */
final class ProofBody {

    private static final int CLAIMS = 1;

    private static final int PARTS = 3;

    private ProofBody() {}

    /**
     * JSON stays as it is. A compact JWS (RFC 7515 section 7.1) becomes the member {@code proof}, beside the identifier
     * in its claim {@code sub}.
     *
     * @return without the identifier if the JWS does not say it: such a request is refused
     */
    static byte[] of(byte[] password) {
        String text = new String(password, StandardCharsets.UTF_8);
        if (text.stripLeading().startsWith("{")) {
            return password;
        }
        JsonObjectBuilder body = OwnJson.object();
        subject(text).ifPresent(identifier -> body.add("uniqueIdentifier", identifier));
        return body.add("proof", text).build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> subject(String jws) {
        String[] parts = jws.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return StrictJson.value(Base64.getUrlDecoder().decode(parts[CLAIMS])) instanceof JsonObject claims
                            && claims.get("sub") instanceof JsonString subject
                    ? Optional.of(subject.getString())
                    : Optional.empty();
        } catch (MalformedRequestException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
