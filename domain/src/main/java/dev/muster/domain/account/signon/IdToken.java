package dev.muster.domain.account.signon;

import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.StrictJson;
import dev.muster.domain.trust.key.JwsAlgorithm;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * An ID token as the provider sent it (OpenID Connect Core 1.0 section 2): a JWS in compact form, read but not verified.
 * {@link IdTokenCheck} decides whether it is believed.
 */
public final class IdToken {

    /** With a thousand groups it is about half as long. */
    private static final int MAX_LENGTH = 128 * 1024;

    private static final int PARTS = 3;

    /**
     * Members of the header that contain a key or point to one, that demand an extension, or that change how the payload is
     * read (RFC 7515 section 4.1, RFC 7797, RFC 7516).
     */
    private static final Set<String> REFUSED = Set.of("jku", "jwk", "x5u", "crit", "b64", "enc", "zip");

    private final JsonObject header;
    private final JsonObject claims;
    private final byte[] signingInput;
    private final byte[] signature;

    private IdToken(String[] parts) throws MalformedRequestException {
        this.header = StrictJson.object(decode(parts[0]));
        this.claims = StrictJson.object(decode(parts[1]));
        this.signingInput = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        this.signature = decode(parts[2]);
    }

    /** @throws SignOnRefusedException {@link SignOnRefusal#INVALID} if the text is no such token */
    public static IdToken parse(String compact) throws SignOnRefusedException {
        String[] parts = compact.length() > MAX_LENGTH ? new String[0] : compact.split("\\.", -1);
        if (parts.length != PARTS) {
            throw invalid("the ID token is too long, or is no JWS in compact form");
        }
        try {
            return new IdToken(parts);
        } catch (MalformedRequestException e) {
            throw invalid("the ID token cannot be read");
        }
    }

    private static byte[] decode(String part) throws MalformedRequestException {
        try {
            byte[] octets = Base64.getUrlDecoder().decode(part);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(octets).equals(part)) {
                return octets;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedRequestException("not base64url");
        }
        throw new MalformedRequestException("not canonical");
    }

    /** The key that the token names; empty if it names none. */
    Optional<String> keyId() {
        return header.get("kid") instanceof JsonString id ? Optional.of(id.getString()) : Optional.empty();
    }

    /**
     * Checks the header and the signature, and returns the claims.
     *
     * @throws SignOnRefusedException {@link SignOnRefusal#INVALID}
     */
    JsonObject verified(JsonWebKeys keys) throws SignOnRefusedException {
        JwsAlgorithm algorithm = (header.get("alg") instanceof JsonString name
                        ? JwsAlgorithm.named(name.getString())
                        : Optional.<JwsAlgorithm>empty())
                .orElseThrow(() -> invalid("the algorithm of the ID token is not accepted"));
        if (header.keySet().stream().anyMatch(REFUSED::contains) || !isJwt()) {
            throw invalid("the header of the ID token is not accepted");
        }
        boolean isSigned =
                keys.candidates(this).stream().anyMatch(key -> key.verifies(algorithm, signingInput, signature));
        if (!isSigned) {
            throw invalid("no key of the provider made the signature of the ID token");
        }
        return claims;
    }

    /** Other tokens of the same provider have another type (RFC 8725 section 3.11). */
    private boolean isJwt() {
        return !header.containsKey("typ")
                || header.get("typ") instanceof JsonString type
                        && type.getString().equalsIgnoreCase("JWT");
    }

    private static SignOnRefusedException invalid(String detail) {
        return new SignOnRefusedException(SignOnRefusal.INVALID, detail);
    }
}
