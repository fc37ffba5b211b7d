package dev.muster.web.account.factor;

import dev.muster.ejb.account.factor.FactorState;
import dev.muster.ejb.account.login.FactorService;
import dev.muster.web.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The user's own factors, read once for a request, and again after a change. */
@RequestScoped
public class OwnFactors {

    @Inject
    private FactorService factors;

    @Inject
    private CurrentCaller caller;

    private FactorState state;

    FactorState get() {
        if (state == null) {
            state = factors.state(caller.get());
        }
        return state;
    }

    void changed() {
        state = null;
    }
}
