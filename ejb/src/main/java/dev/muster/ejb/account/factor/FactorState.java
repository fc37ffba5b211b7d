package dev.muster.ejb.account.factor;

import dev.muster.domain.account.factor.FactorKind;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second factors of a user.
 *
 * @param appSince when the user confirmed the authenticator app; null if there is none
 * @param recoveryCodes how many are left
 */
public record FactorState(Set<FactorKind> kinds, @Nullable Instant appSince, long recoveryCodes) {

    public FactorState {
        kinds = Set.copyOf(kinds);
    }

    public boolean hasApp() {
        return appSince != null;
    }
}
