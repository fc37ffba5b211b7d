package dev.muster.domain.account.factor;

import dev.muster.domain.shared.Secrets;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Codes that change with the time (TOTP, RFC 6238), as authenticator apps show them: HMAC-SHA1, 6 digits, steps of 30
 * seconds. A seed has 160 bits, as RFC 4226 section 4 (R6) recommends.
 */
public final class Totp {

    /** Most apps know no other length. */
    private static final int DIGITS = 6;

    private static final int MODULUS = 1_000_000;

    private static final int STEP_SECONDS = 30;

    private static final int SEED_BYTES = 20;

    /** One step back and one ahead: the app's clock differs, and typing takes time (RFC 6238 section 5.2). */
    private static final int WINDOW = 1;

    private static final Pattern CODE = Pattern.compile("[0-9]{" + DIGITS + "}");

    private Totp() {}

    /** A new seed. */
    public static byte[] newSeed(SecureRandom random) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return seed;
    }

    /** Whether a text has the form of a code. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /**
     * Finds the time step of a code. The time that this takes does not show how much of the code is right.
     *
     * @param code six digits; another text is no code of any step
     * @return the step to which the code belongs: the present one, the one before or the next; empty if the code is wrong
     */
    public static OptionalLong stepOf(byte[] seed, String code, Instant now) {
        long present = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        OptionalLong found = OptionalLong.empty();
        for (long step = present - WINDOW; step <= present + WINDOW; step++) {
            if (Secrets.equal(code(seed, step), code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of a step (RFC 4226 section 5.3, with the step as the counter). */
    static String code(byte[] seed, long step) {
        HMac mac = new HMac(new SHA1Digest());
        mac.init(new KeyParameter(seed));
        byte[] counter = ByteBuffer.allocate(Long.BYTES).putLong(step).array();
        mac.update(counter, 0, counter.length);
        byte[] hash = new byte[mac.getMacSize()];
        mac.doFinal(hash, 0);
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }
}
