package dev.muster.domain.account;

import dev.muster.domain.shared.ProblemException;

/**
 * What a password must be: long enough, and no longer than what hashing should be made to read. Nothing about its
 * characters, which makes passwords worse (NIST SP 800-63B, section 5.1.1.2).
 */
public final class PasswordPolicy {

    public static final int MIN_LENGTH = 12;

    public static final int MAX_LENGTH = 128;

    private PasswordPolicy() {}

    /**
     * Lets a new password pass.
     *
     * @throws ProblemException {@code validation-failed} where it is too short, too long or the user's own name
     */
    public static void check(String password, String username) {
        int length = password == null ? 0 : password.length();
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            throw ProblemException.invalid("The password has " + length + " characters; " + MIN_LENGTH + " to "
                    + MAX_LENGTH + " are needed. A few words in a row will do.");
        }
        if (password.equalsIgnoreCase(username)) {
            throw ProblemException.invalid("The password is the user's name; choose another.");
        }
    }
}
