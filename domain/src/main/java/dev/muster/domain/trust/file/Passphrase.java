package dev.muster.domain.trust.file;

import dev.muster.domain.shared.ProblemException;
import java.util.regex.Pattern;

/**
 * What a person protects a file of keys with. Chosen for one file and never kept; it does not show itself.
 *
 * <p>Printable ASCII alone: PKCS#12 writes a passphrase as UTF-16 in one place and as whatever the program likes in
 * another (RFC 7292 appendix B.1, RFC 8018 section 3), so that of other characters one program opens what another cannot.
 */
public final class Passphrase {

    public static final int MIN_LENGTH = 8;

    public static final int MAX_LENGTH = 128;

    private static final Pattern ALLOWED = Pattern.compile("[ -~]*");

    private final String entered;

    /**
     * @param entered as typed, blanks included; 8 to 128 characters from the blank to the tilde
     * @throws ProblemException {@code validation-failed} where it is not
     */
    public Passphrase(String entered) {
        if (entered.length() < MIN_LENGTH || entered.length() > MAX_LENGTH) {
            throw ProblemException.invalid("The passphrase has " + entered.length() + " characters; " + MIN_LENGTH
                    + " to " + MAX_LENGTH + " are allowed.");
        }
        if (!ALLOWED.matcher(entered).matches()) {
            throw ProblemException.invalid("The passphrase has characters that programs read differently;"
                    + " use letters from A to Z, digits, blanks and the signs of an English keyboard.");
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
