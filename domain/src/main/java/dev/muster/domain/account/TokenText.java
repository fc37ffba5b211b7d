package dev.muster.domain.account;

import dev.muster.domain.shared.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How an API token is written, so that programs that look for leaked secrets find it with few false alarms: {@code
 * muster_}, then 43 characters that are random, then a checksum of six characters. The checksum is the CRC-32 of the
 * random characters in base 62 (digits, capital letters, small letters), with zeros before it.
 *
 * <p>Tokens that were made before 0.2 have no checksum. They stay valid.
 */
public final class TokenText {

    public static final String PREFIX = "muster_";

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final int RANDOM_LENGTH = 43;

    private static final int CHECKSUM_LENGTH = 6;

    private static final Pattern FORM =
            Pattern.compile(PREFIX + "[A-Za-z0-9_-]{" + RANDOM_LENGTH + "}([0-9A-Za-z]{" + CHECKSUM_LENGTH + "})?");

    private TokenText() {}

    /** A new token, with 256 random bits. */
    public static String create(SecureRandom random) {
        String secret = Secrets.newAccessToken(random);
        return PREFIX + secret + checksum(secret);
    }

    /** Whether the text can be a token. A text with a mistake in it need not be looked up. */
    public static boolean isPossible(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        int end = PREFIX.length() + RANDOM_LENGTH;
        return text.length() == end || text.substring(end).equals(checksum(text.substring(PREFIX.length(), end)));
    }

    static String checksum(String secret) {
        CRC32 crc = new CRC32();
        crc.update(secret.getBytes(StandardCharsets.US_ASCII));
        StringBuilder text = new StringBuilder();
        for (long rest = crc.getValue(); text.length() < CHECKSUM_LENGTH; rest /= BASE62.length()) {
            text.append(BASE62.charAt((int) (rest % BASE62.length())));
        }
        return text.reverse().toString();
    }
}
