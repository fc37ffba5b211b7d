package dev.muster.ejb.account.passkey;

import dev.muster.domain.account.factor.FactorKind;
import dev.muster.ejb.account.factor.FactorSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Passkeys as one kind of second factor. Those for a former host of the platform do not count, because no browser can use
 * them: otherwise another host would lock their users out.
 */
@ApplicationScoped
public class PasskeyFactors implements FactorSource {

    @Inject
    private PasskeyRepository passkeys;

    @Inject
    private PasskeyParty party;

    @Override
    public FactorKind kind() {
        return FactorKind.PASSKEY;
    }

    @Override
    public boolean isOf(UUID userId) {
        return party.find().filter(now -> passkeys.isAny(userId, now.id())).isPresent();
    }

    @Override
    public void removeAll(UUID userId) {
        passkeys.removeAll(userId);
    }
}
