package dev.muster.domain.account.throttle;

import dev.muster.domain.shared.Secrets;
import java.util.Objects;

/**
 * What wrong logins are counted for.
 *
 * @param rule how its delay grows
 * @param id a hash of what is counted, 43 characters: people type passwords into the field of the name
 */
public record DelayKey(DelayRule rule, String id) {

    public DelayKey {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(id);
    }

    /** @param parts what is counted, such as a name and a source; none contains a NUL */
    static DelayKey of(DelayRule rule, String... parts) {
        return new DelayKey(rule, Secrets.sha256Utf8(rule + "\0" + String.join("\0", parts)));
    }
}
