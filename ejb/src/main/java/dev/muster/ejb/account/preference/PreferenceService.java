package dev.muster.ejb.account.preference;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.Preferences;
import dev.muster.domain.shared.Caller;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** How the caller wants to see the portal. It counts from the next request on, on each server. */
@Stateless
public class PreferenceService {

    @Inject
    private Store store;

    public Preferences get(Caller caller) {
        return store.get(PortalUser.class, caller.userId()).preferences();
    }

    public void set(Caller caller, Preferences wanted) {
        store.lock(PortalUser.class, caller.userId()).prefer(wanted);
    }
}
