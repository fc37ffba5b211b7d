package dev.muster.domain.account.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.util.encoders.Base32;

/**
 * A seed as an authenticator app takes it. It is shown only while its user adds the app.
 *
 * @param base32 the seed (RFC 4648 section 6), 32 characters
 * @param uri the same with the user's name, for a QR code ({@code otpauth://totp/…}, Google Authenticator's "Key Uri
 *     Format")
 */
public record TotpSeed(String base32, String uri) {

    private static final String ISSUER = "Muster";

    /** @param username is shown in the app beside the code */
    public static TotpSeed of(byte[] seed, String username) {
        String base32 = new String(Base32.encode(seed), StandardCharsets.US_ASCII);
        String label = ISSUER + ":" + encoded(username);
        return new TotpSeed(
                base32,
                "otpauth://totp/" + label + "?secret=" + base32 + "&issuer=" + ISSUER
                        + "&algorithm=SHA1&digits=6&period=30");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** In groups of four characters, for people who type it. */
    public String grouped() {
        return base32.replaceAll("(.{4})(?!$)", "$1 ");
    }

    @Override
    public String toString() {
        return "TotpSeed";
    }
}
