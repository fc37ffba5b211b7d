package dev.muster.domain.account;

import dev.muster.domain.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The rules for a password: it is long enough, and short enough to hash. No rule is about its characters, because such
 * rules make passwords worse (NIST SP 800-63B, section 5.1.1.2).
 */
public final class PasswordPolicy {

    public static final int MIN_LENGTH = 12;

    public static final int MAX_LENGTH = 128;

    private PasswordPolicy() {}

    /**
     * Accepts a new password.
     *
     * @throws ProblemException {@code validation-failed} if it is too short, too long or the user's own name
     */
    public static void check(@Nullable String password, String username) {
        int length = password == null ? 0 : password.length();
        if (password == null || length < MIN_LENGTH || length > MAX_LENGTH) {
            throw ProblemException.invalid("The password has " + length + " characters; it needs " + MIN_LENGTH + " to "
                    + MAX_LENGTH + ". A few words in a row are enough.");
        }
        if (password.equalsIgnoreCase(username)) {
            throw ProblemException.invalid("The password is the user's name; choose another password.");
        }
    }
}
