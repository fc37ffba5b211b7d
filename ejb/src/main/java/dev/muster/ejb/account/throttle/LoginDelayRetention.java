package dev.muster.ejb.account.throttle;

import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseUnavailable;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;

/** Deletes old counts of wrong logins. Every server tries; a lock in the database decides which one does the work. */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoginDelayRetention {

    private static final Logger LOG = System.getLogger(LoginDelayRetention.class.getName());

    @Inject
    private LoginDelayRemoval removal;

    @Schedule(hour = "*", minute = "*", second = "40", persistent = false, info = "counts of wrong logins that faded")
    public void tidy() {
        try {
            removal.remove();
        } catch (RuntimeException e) {
            LOG.log(DatabaseUnavailable.levelOf(e), "Counts of logins were not deleted", e);
        }
    }
}
