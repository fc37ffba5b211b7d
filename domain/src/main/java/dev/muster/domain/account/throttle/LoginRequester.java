package dev.muster.domain.account.throttle;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.TenantName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who wants a password to be checked, as far as the server knows before it checks. Whether the name exists plays no
 * part, so that an answer does not show it.
 *
 * @param keys what the login is counted for if it is wrong
 */
public record LoginRequester(List<DelayKey> keys) {

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
        return browser == null
                ? new LoginRequester(List.of(
                        DelayKey.of(DelayRule.NAME_AND_SOURCE, name, source),
                        DelayKey.of(DelayRule.SOURCE, source),
                        DelayKey.of(DelayRule.NAME, name)))
                : new LoginRequester(List.of(DelayKey.of(DelayRule.KNOWN_BROWSER, name, browser)));
    }

    /** A user who is logged in and types the current password. */
    public static LoginRequester known(Caller caller) {
        return new LoginRequester(
                List.of(DelayKey.of(DelayRule.OWN_PASSWORD, caller.userId().toString())));
    }

    /** The form in which the database compares names, without what it cannot keep. */
    static String normalized(String username) {
        String name = username.replace("\0", "").strip().toUpperCase(Locale.ROOT);
        return name.substring(0, Math.min(name.length(), TenantName.MAX_LENGTH * 2));
    }
}
