package dev.muster.domain.account.signon;

import dev.muster.domain.shared.Secrets;
import dev.muster.domain.trust.file.DerivedKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * A login that a browser has begun at the provider. The browser keeps it in a cookie: the time of its end, 32 random octets,
 * whether the user must log in again, and the page to go to, with a MAC (HMAC-SHA256, RFC 2104). From the same octets every
 * server derives the {@code state}, the {@code nonce} and the verifier of PKCE (RFC 7636), each with a key that the browser does
 * not have. So no server stores anything of a login that was begun, and no other browser can end it.
 */
public final class SignOnSeal {

    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String USE = "muster single sign-on";

    private static final int RANDOM_BYTES = 32;

    private static final int MAC_BYTES = 32;

    /** What comes before the path: the end, the random octets, and 1 if the user must log in again, otherwise 0. */
    private static final int HEAD_BYTES = Long.BYTES + RANDOM_BYTES + 1;

    private static final int MAX_LENGTH = 3_000;

    private final byte[] key;

    private SignOnSeal(byte[] key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException if the master key is not base64 of 32 octets */
    public static SignOnSeal withMasterKey(String masterKey) {
        return new SignOnSeal(DerivedKey.of(masterKey, USE));
    }

    /**
     * A login that was begun.
     *
     * @param cookie base64url
     * @param again whether the provider must ask the user to log in, also if the user has logged in there before
     * @param next the page to go to
     * @param endsAt after that it cannot be ended
     */
    public record Begun(
            String cookie, String state, String nonce, String verifier, boolean again, String next, Instant endsAt) {

        /** In whole seconds. */
        public Instant begunAt() {
            return endsAt.minus(LIFETIME);
        }

        /** RFC 7636 section 4.2, S256. */
        public String challenge() {
            return Secrets.sha256Base64Url(verifier);
        }

        @Override
        public String toString() {
            return "Begun[hidden]";
        }
    }

    /**
     * Begins a login.
     *
     * @param again whether the user must log in again at the provider
     * @param next a path of this site, at most 1,000 characters
     */
    public Begun begin(boolean again, String next, Instant now, SecureRandom random) {
        byte[] noise = new byte[RANDOM_BYTES];
        random.nextBytes(noise);
        byte[] path = next.getBytes(StandardCharsets.UTF_8);
        byte[] content = ByteBuffer.allocate(HEAD_BYTES + path.length)
                .putLong(now.plus(LIFETIME).getEpochSecond())
                .put(noise)
                .put((byte) (again ? 1 : 0))
                .put(path)
                .array();
        return begun(content);
    }

    /**
     * The login that the browser has begun; empty if it has begun none, or if it is too old.
     *
     * @param cookie as sent; null if there is none
     */
    public Optional<Begun> open(@Nullable String cookie, Instant now) {
        byte[] octets = decode(cookie);
        if (octets.length < HEAD_BYTES + MAC_BYTES) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(octets, octets.length - MAC_BYTES);
        byte[] sent = Arrays.copyOfRange(octets, content.length, octets.length);
        boolean isOurs = MessageDigest.isEqual(sent, mac("cookie", content));
        return isOurs && now.getEpochSecond() < ByteBuffer.wrap(content).getLong()
                ? Optional.of(begun(content))
                : Optional.empty();
    }

    private Begun begun(byte[] content) {
        byte[] cookie = ByteBuffer.allocate(content.length + MAC_BYTES)
                .put(content)
                .put(mac("cookie", content))
                .array();
        return new Begun(
                text(cookie),
                text(mac("state", content)),
                text(mac("nonce", content)),
                text(mac("verifier", content)),
                content[HEAD_BYTES - 1] == 1,
                new String(content, HEAD_BYTES, content.length - HEAD_BYTES, StandardCharsets.UTF_8),
                Instant.ofEpochSecond(ByteBuffer.wrap(content).getLong()));
    }

    /** No octets if the text does not have the form of a cookie. */
    private static byte[] decode(@Nullable String cookie) {
        try {
            return cookie == null || cookie.length() > MAX_LENGTH
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(cookie);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static String text(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** Each use begins with its own name and a zero, so that no two uses have the same text. */
    private byte[] mac(String use, byte[] content) {
        HMac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(key));
        byte[] name = (use + "\0").getBytes(StandardCharsets.US_ASCII);
        mac.update(name, 0, name.length);
        mac.update(content, 0, content.length);
        byte[] whole = new byte[mac.getMacSize()];
        mac.doFinal(whole, 0);
        return whole;
    }
}
