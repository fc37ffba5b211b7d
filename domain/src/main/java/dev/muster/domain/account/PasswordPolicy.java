package dev.muster.domain.account;

import dev.muster.domain.account.password.CommonPasswords;
import dev.muster.domain.account.password.OwnWords;
import dev.muster.domain.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The rules for a password: it is long enough, short enough to hash, none of the most used passwords, and long enough
 * without the words that others try first. No rule is about its characters, because such rules make passwords worse (NIST SP
 * 800-63B, section 3.1.1.2).
 */
public final class PasswordPolicy {

    public static final int MIN_LENGTH = 12;

    public static final int MAX_LENGTH = 128;

    /** How many letters and digits must be left without the words of the user and of this server. */
    static final int MIN_REST = 8;

    private static final String ADVICE = " A few words in a row are enough.";

    private PasswordPolicy() {}

    /**
     * Accepts a new password.
     *
     * @param words of the user and of this server
     * @throws ProblemException {@code validation-failed} if it is too short, too long or too easy to guess
     */
    public static void check(@Nullable String password, OwnWords words) {
        int length = password == null ? 0 : password.length();
        if (password == null || length < MIN_LENGTH || length > MAX_LENGTH) {
            throw ProblemException.invalid("The password has " + length + " characters; it needs " + MIN_LENGTH + " to "
                    + MAX_LENGTH + "." + ADVICE);
        }
        if (CommonPasswords.contains(password)) {
            throw ProblemException.invalid("The password is one of the 10,000 that people use most, or almost one of"
                    + " them; choose another password." + ADVICE);
        }
        words.in(password).ifPresent(what -> checkRest(words.without(password).length(), what));
    }

    /** Words that others try first do not make a password longer. */
    private static void checkRest(int length, String what) {
        if (length < MIN_REST) {
            throw ProblemException.invalid(
                    "The password contains " + what + ", which others try first. Without it only " + length
                            + " letters and digits are left; it needs " + MIN_REST + "." + ADVICE);
        }
    }
}
