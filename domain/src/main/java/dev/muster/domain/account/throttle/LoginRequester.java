package dev.muster.domain.account.throttle;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.TenantName;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a password, a code or a passkey, as far as the server knows before it checks them. The server does not ask whether a
 * user has the name, so that no answer shows it.
 *
 * @param keys the counters of failed logins to which this login belongs if it fails
 * @param factor what is checked, in the words of the security log
 * @param name of the user as typed, for the security log; empty if no name was sent
 */
public record LoginRequester(List<DelayKey> keys, String factor, String name) {

    private static final String PASSWORD = "password";

    private static final String SECOND_FACTOR = "second-factor";

    public LoginRequester {
        keys = List.copyOf(keys);
    }

    /**
     * Somebody who types a name.
     *
     * @param source the network address
     * @param browser the mark of a browser in which the user with this name has logged in before; null for any other
     *     browser or program
     */
    public static LoginRequester unknown(String username, String source, @Nullable String browser) {
        String name = normalized(username);
        List<DelayKey> keys = browser == null
                ? List.of(
                        DelayKey.of(DelayRule.NAME_AND_SOURCE, name, source),
                        DelayKey.of(DelayRule.SOURCE, source),
                        DelayKey.of(DelayRule.NAME, name))
                : List.of(DelayKey.of(DelayRule.KNOWN_BROWSER, name, browser));
        return new LoginRequester(keys, PASSWORD, username);
    }

    /**
     * Somebody who logs in without a name, by a passkey.
     *
     * @param source the network address
     */
    public static LoginRequester anyone(String source) {
        return new LoginRequester(List.of(DelayKey.of(DelayRule.SOURCE, source)), "passkey", "");
    }

    /**
     * Somebody who says to have forgotten the password of a user. It does not delay the logins of this user.
     *
     * @param source the network address
     */
    public static LoginRequester forgetful(String username, String source) {
        return new LoginRequester(
                List.of(
                        DelayKey.of(DelayRule.FORGOTTEN_NAME, normalized(username)),
                        DelayKey.of(DelayRule.FORGOTTEN_SOURCE, source)),
                "forgotten-password",
                username);
    }

    /** A user who is logged in and types the current password. */
    public static LoginRequester known(Caller caller) {
        return new LoginRequester(
                List.of(DelayKey.of(DelayRule.OWN_PASSWORD, caller.userId().toString())),
                "own-password",
                caller.username());
    }

    /** A user who is logged in and enters an e-mail address. It does not delay the logins of this user. */
    public static LoginRequester addressed(Caller caller) {
        return new LoginRequester(
                List.of(DelayKey.of(DelayRule.NEW_ADDRESS, caller.userId().toString())),
                "new-address",
                caller.username());
    }

    /**
     * Somebody who has sent a user's right password and now sends a code.
     *
     * @param username for the security log
     * @param browser as in {@link #unknown}
     */
    public static LoginRequester halfWay(UUID userId, String username, @Nullable String browser) {
        String user = userId.toString();
        DelayKey key = browser == null
                ? DelayKey.of(DelayRule.SECOND_FACTOR, user)
                : DelayKey.of(DelayRule.SECOND_FACTOR, user, browser);
        return new LoginRequester(List.of(key), SECOND_FACTOR, username);
    }

    /** The form in which the database compares names, without what it cannot keep. */
    static String normalized(String username) {
        String name = username.replace("\0", "").strip().toUpperCase(Locale.ROOT);
        return name.substring(0, Math.min(name.length(), TenantName.MAX_LENGTH * 2));
    }
}
