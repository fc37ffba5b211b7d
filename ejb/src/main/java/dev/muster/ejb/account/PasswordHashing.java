package dev.muster.ejb.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Passwords under Argon2id, a memory-hard function (RFC 9106). The hash carries its own salt and parameters, so that
 * they can be raised without touching old hashes.
 */
@ApplicationScoped
public class PasswordHashing {

    /** The OWASP password storage cheat sheet's first choice for Argon2id: 19 MiB, 2 passes, 1 lane. */
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private static final int SALT_BYTES = 16;

    /** What an unknown user's password is compared with, so that the time tells nothing. */
    private final String decoy = hash("no user has this password");

    public String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2ID).getResult();
    }

    /** Whether the password is the one that was hashed. */
    public boolean matches(String password, String hash) {
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    /** Does the work of a comparison that cannot succeed. */
    public boolean matchesNobody(String password) {
        matches(password, decoy);
        return false;
    }
}
