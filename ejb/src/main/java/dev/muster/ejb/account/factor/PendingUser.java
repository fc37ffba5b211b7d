package dev.muster.ejb.account.factor;

import dev.muster.domain.account.factor.FactorKind;
import java.util.Set;
import java.util.UUID;

/**
 * The user of a login that waits for a second factor.
 *
 * @param kinds what the user can prove it with; recovery codes go beside each of them
 */
public record PendingUser(UUID userId, String username, Set<FactorKind> kinds) {

    public PendingUser {
        kinds = Set.copyOf(kinds);
    }
}
