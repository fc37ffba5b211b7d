package dev.muster.ejb.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.muster.domain.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Hashes passwords with Argon2id, a memory-hard function (RFC 9106). A hash contains its salt and parameters, so that
 * the parameters can be raised and old hashes stay valid. Each method waits for its turn, so call it outside of any
 * transaction.
 */
@ApplicationScoped
public class PasswordHashing {

    /** The OWASP password storage cheat sheet's first choice for Argon2id: 19 MiB, 2 passes, 1 lane. */
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private static final int SALT_BYTES = 16;

    /** The hash that an unknown user's password is compared with, so that the time does not tell about the user. */
    private final String decoy = newHash("no user has this password");

    @Inject
    private PasswordTurns turns;

    /**
     * The hash of a new password.
     *
     * @throws ProblemException {@code rate-limited}
     */
    String hash(HashRequester who, String password) {
        return turns.inTurn(who, () -> newHash(password));
    }

    /** The hash of a first password, for the start. */
    public String hashAtStart(String password) {
        return hash(HashRequester.START, password);
    }

    /**
     * Whether the password is the one that was hashed.
     *
     * @param hash empty if there is no such user: the result is then false and takes the same time
     * @throws ProblemException {@code rate-limited}
     */
    boolean matches(HashRequester who, String password, Optional<String> hash) {
        boolean same = turns.inTurn(who, () -> isHashed(password, hash.orElse(decoy)));
        return same && hash.isPresent();
    }

    /**
     * The hash of a password that replaces another one.
     *
     * @return empty if the current password is wrong
     * @throws ProblemException {@code rate-limited}
     */
    Optional<String> replace(HashRequester who, String present, String hash, String chosen) {
        return turns.inTurn(
                who, () -> isHashed(present, hash) ? Optional.of(newHash(chosen)) : Optional.<String>empty());
    }

    private static String newHash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2ID).getResult();
    }

    private static boolean isHashed(String password, String hash) {
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }
}
