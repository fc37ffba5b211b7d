package dev.muster.ejb.account.factor;

import dev.muster.domain.account.factor.FactorKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Which second factors a user has, of all kinds together. Call it within a transaction. */
@ApplicationScoped
public class SecondFactors {

    @Inject
    @Any
    private Instance<FactorSource> sources;

    @Inject
    private FactorRepository factors;

    /** The kinds of the user's factors; empty if the password is enough. */
    public Set<FactorKind> of(UUID userId) {
        Set<FactorKind> kinds = EnumSet.noneOf(FactorKind.class);
        sources.forEach(source -> {
            if (source.isOf(userId)) {
                kinds.add(source.kind());
            }
        });
        return kinds;
    }

    /** Deletes all factors of the user, with the recovery codes. */
    public void removeAll(UUID userId) {
        sources.forEach(source -> source.removeAll(userId));
        factors.removeCodes(userId);
    }

    /** Deletes the recovery codes of a user who has no factor any more. */
    public void tidy(UUID userId) {
        if (of(userId).isEmpty()) {
            factors.removeCodes(userId);
        }
    }
}
