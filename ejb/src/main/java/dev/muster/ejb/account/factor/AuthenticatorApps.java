package dev.muster.ejb.account.factor;

import dev.muster.domain.account.factor.FactorKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Authenticator apps as one kind of second factor. */
@ApplicationScoped
public class AuthenticatorApps implements FactorSource {

    @Inject
    private FactorRepository factors;

    @Override
    public FactorKind kind() {
        return FactorKind.AUTHENTICATOR_APP;
    }

    @Override
    public boolean isOf(UUID userId) {
        return factors.confirmedApp(userId).isPresent();
    }

    @Override
    public void removeAll(UUID userId) {
        factors.removeApp(userId);
    }
}
