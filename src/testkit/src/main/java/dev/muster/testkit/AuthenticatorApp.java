package dev.muster.testkit;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app of its own (RFC 6238), so that a mistake of the product is not a mistake of its test. */
public final class AuthenticatorApp {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final int STEP_SECONDS = 30;

    /** The longest that a code may take to the server. */
    private static final int ON_THE_WAY = 5;

    private final byte[] seed;

    private long last;

    /** @param base32 the key that the page shows, with or without blanks */
    public AuthenticatorApp(String base32) {
        this.seed = decode(base32.replace(" ", ""));
    }

    /**
     * The next code that the server has to accept. The server accepts each step once, and the steps before, of and after
     * the present moment: so this begins with the one before, and waits only for a fourth code. A code that would be too
     * old in a few seconds is left out, because it might come too late.
     */
    public String next() {
        last = Math.max(last + 1, step(Instant.now().plusSeconds(ON_THE_WAY)) - 1);
        Await.until(Duration.ofSeconds(2 * STEP_SECONDS), AuthenticatorApp::present, now -> last <= now + 1);
        return code(last);
    }

    /** A code that is wrong now: one of long ago. */
    public String old() {
        return code(present() - 1_000);
    }

    private static long present() {
        return step(Instant.now());
    }

    private static long step(Instant moment) {
        return moment.getEpochSecond() / STEP_SECONDS;
    }

    private String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(seed, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decode(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int bits = 0;
        int value = 0;
        for (char character : base32.toCharArray()) {
            value = (value << 5 | BASE32.indexOf(character)) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (value >> bits));
            }
        }
        return bytes.array();
    }
}
