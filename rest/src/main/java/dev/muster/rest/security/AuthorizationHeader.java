package dev.muster.rest.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the header Authorization strictly: a scheme, at least one space, a value. Any other text counts as missing. */
public final class AuthorizationHeader {

    private static final Pattern CREDENTIALS = Pattern.compile("([A-Za-z]{1,20}) +([A-Za-z0-9._~+/-]{1,4096}=*)");

    private AuthorizationHeader() {}

    /**
     * The token of RFC 6750.
     *
     * @param header as sent; null if it is missing
     */
    static Optional<String> bearer(String header) {
        return value("Bearer", header);
    }

    /**
     * Name and password of RFC 7617, in UTF-8.
     *
     * @param header as sent; null if it is missing
     */
    public static Optional<BasicCredentials> basic(String header) {
        return value("Basic", header).flatMap(AuthorizationHeader::decode).flatMap(AuthorizationHeader::split);
    }

    private static Optional<String> value(String scheme, String header) {
        Matcher matcher = CREDENTIALS.matcher(header == null ? "" : header);
        return matcher.matches() && matcher.group(1).equalsIgnoreCase(scheme)
                ? Optional.of(matcher.group(2))
                : Optional.empty();
    }

    private static Optional<String> decode(String base64) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<BasicCredentials> split(String text) {
        int colon = text.indexOf(':');
        boolean bad = colon < 0 || text.codePoints().anyMatch(Character::isISOControl);
        return bad
                ? Optional.empty()
                : Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)));
    }
}
