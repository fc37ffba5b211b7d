package dev.muster.domain.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Access keys (public names) and access tokens (secrets) of certificates and devices.
 *
 * <p>An access key may be stored and shown. An access token is shown once, when it is made; after that only its hash
 * exists. Both live as long as their certificate or credential. This class keeps nothing.
 */
public final class Secrets {

    /** Alphabet of base 32 (RFC 4648 section 6). */
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** 26 characters of 5 bits: 130 bits (protocol.md, Certificates). */
    private static final int ACCESS_KEY_LENGTH = 26;

    /** 256 bits (protocol.md, Certificates). */
    private static final int ACCESS_TOKEN_BYTES = 32;

    private Secrets() {}

    /** A new access key: 26 characters of {@code A-Z2-7}, 130 random bits. */
    public static String newAccessKey(SecureRandom random) {
        StringBuilder key = new StringBuilder(ACCESS_KEY_LENGTH);
        for (int i = 0; i < ACCESS_KEY_LENGTH; i++) {
            key.append(BASE32.charAt(random.nextInt(BASE32.length())));
        }
        return key.toString();
    }

    /**
     * Whether the text has the form of an access key. Other texts name nothing and need not reach the database, which
     * rejects some texts, such as one with a NUL.
     *
     * @param text null is not an access key
     */
    public static boolean isAccessKey(@Nullable String text) {
        return text != null
                && text.length() == ACCESS_KEY_LENGTH
                && text.chars().allMatch(Secrets::isBase32);
    }

    private static boolean isBase32(int character) {
        return character >= 'A' && character <= 'Z' || character >= '2' && character <= '7';
    }

    /**
     * A new access token: 43 characters, base64url without padding of 32 random bytes (RFC 4648 section 5). It never
     * begins with a hyphen: a spreadsheet would take it for a formula, and a program for an option.
     */
    public static String newAccessToken(SecureRandom random) {
        String token = randomToken(random);
        while (token.startsWith("-")) {
            token = randomToken(random);
        }
        return token;
    }

    private static String randomToken(SecureRandom random) {
        byte[] bytes = new byte[ACCESS_TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The hash of an access token, for storage and for proofs: the {@code ath} of RFC 9449 section 4.2.
     *
     * <p>It needs no salt and no stretching: an access token has 256 random bits and cannot be guessed.
     *
     * @param ascii an access token; a character outside ASCII is hashed as a question mark, so that any text from a
     *     stranger can be hashed, too
     * @return 43 characters, base64url without padding of the SHA-256 of the token's ASCII characters
     */
    public static String sha256Base64Url(String ascii) {
        byte[] hash = sha256().digest(ascii.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /** Like {@link #sha256Base64Url}, for any text, by its UTF-8. */
    public static String sha256Utf8(String text) {
        byte[] hash = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /**
     * Whether two secrets, or two hashes of secrets, are equal. The time does not show where they differ; it shows the
     * length of the first.
     */
    public static boolean equal(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
