package dev.muster.domain.account.throttle;

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
 * Recognizes a browser in which a user has logged in before, by a cookie. The cookie proves no identity: it only gives
 * this user name a delay of its own in this browser, so that wrong passwords from elsewhere do not slow its user down
 * (OWASP, "Slow down online guessing attacks with device cookies"). It has its time of expiry, random octets and a MAC
 * over both and the name (HMAC-SHA256, RFC 2104). All servers have the same key, and none stores anything.
 */
public final class KnownBrowsers {

    public static final Duration LIFETIME = Duration.ofDays(180);

    private static final String USE = "muster known browser";

    /** Two browsers never have the same. */
    private static final int RANDOM_BYTES = 16;

    private static final int CONTENT_BYTES = Long.BYTES + RANDOM_BYTES;

    /** 192 bits of the hash (RFC 2104 section 5); the whole then fills 64 characters. */
    private static final int MAC_BYTES = 24;

    private static final int LENGTH = (CONTENT_BYTES + MAC_BYTES) / 3 * 4;

    private final byte[] key;

    private KnownBrowsers(byte[] key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException if the master key is not base64 of 32 octets */
    public static KnownBrowsers withMasterKey(String masterKey) {
        return new KnownBrowsers(DerivedKey.of(masterKey, USE));
    }

    /** The cookie of a browser in which this user has just logged in: 64 characters of base64url. */
    public String cookie(String username, Instant now, SecureRandom random) {
        byte[] noise = new byte[RANDOM_BYTES];
        random.nextBytes(noise);
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .putLong(now.plus(LIFETIME).getEpochSecond())
                .put(noise)
                .array();
        byte[] cookie = ByteBuffer.allocate(CONTENT_BYTES + MAC_BYTES)
                .put(content)
                .put(mac(content, username))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cookie);
    }

    /**
     * The mark of the browser; empty if the cookie is not of this user, or has expired.
     *
     * @param cookie as sent; null if there is none
     */
    public Optional<String> recognize(String username, @Nullable String cookie, Instant now) {
        byte[] octets = decode(cookie);
        if (octets.length != CONTENT_BYTES + MAC_BYTES) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(octets, CONTENT_BYTES);
        byte[] sent = Arrays.copyOfRange(octets, CONTENT_BYTES, octets.length);
        boolean isOurs = MessageDigest.isEqual(sent, mac(content, username));
        boolean isValid = now.getEpochSecond() < ByteBuffer.wrap(content).getLong();
        return isOurs && isValid
                ? Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(content))
                : Optional.empty();
    }

    /** No octets if the text does not have the form of a cookie. */
    private static byte[] decode(@Nullable String cookie) {
        if (cookie == null || cookie.length() != LENGTH) {
            return new byte[0];
        }
        try {
            return Base64.getUrlDecoder().decode(cookie);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private byte[] mac(byte[] content, String username) {
        HMac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(key));
        mac.update(content, 0, content.length);
        byte[] name = LoginRequester.normalized(username).getBytes(StandardCharsets.UTF_8);
        mac.update(name, 0, name.length);
        byte[] whole = new byte[mac.getMacSize()];
        mac.doFinal(whole, 0);
        return Arrays.copyOf(whole, MAC_BYTES);
    }
}
