package dev.muster.domain.trust.file;

import dev.muster.domain.shared.ProblemException;
import java.util.regex.Pattern;

/**
 * The passphrase that protects a file of keys. A person chooses it for one file. It is never stored, and
 * {@link #toString} does not show it.
 *
 * <p>It has only printable ASCII. PKCS#12 encodes a passphrase as UTF-16 in one place and as each program likes in
 * another (RFC 7292 appendix B.1, RFC 8018 section 3), so a file whose passphrase has other characters opens in some
 * programs only.
 */
public final class Passphrase {

    public static final int MIN_LENGTH = 8;

    public static final int MAX_LENGTH = 128;

    private static final Pattern ALLOWED = Pattern.compile("[ -~]*");

    private final String entered;

    /**
     * @param entered as typed, with spaces; 8 to 128 characters from the space to the tilde
     * @throws ProblemException {@code validation-failed} if it is not
     */
    public Passphrase(String entered) {
        if (entered.length() < MIN_LENGTH || entered.length() > MAX_LENGTH) {
            throw ProblemException.invalid("The passphrase has " + entered.length() + " characters; use " + MIN_LENGTH
                    + " to " + MAX_LENGTH + ".");
        }
        if (!ALLOWED.matcher(entered).matches()) {
            throw ProblemException.invalid("The passphrase has characters that programs read differently;"
                    + " use letters from A to Z, digits, spaces and the signs of an English keyboard.");
        }
        this.entered = entered;
    }

    char[] characters() {
        return entered.toCharArray();
    }

    @Override
    public String toString() {
        return "Passphrase";
    }
}
