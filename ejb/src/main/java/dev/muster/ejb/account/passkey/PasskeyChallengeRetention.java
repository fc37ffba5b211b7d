package dev.muster.ejb.account.passkey;

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

/** Deletes old challenges. Every server tries; a lock in the database decides which one does the work. */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasskeyChallengeRetention {

    private static final Logger LOG = System.getLogger(PasskeyChallengeRetention.class.getName());

    @Inject
    private PasskeyChallengeRemoval removal;

    @Schedule(hour = "*", minute = "*", second = "50", persistent = false, info = "challenges of passkeys that expired")
    public void tidy() {
        try {
            removal.remove();
        } catch (RuntimeException e) {
            LOG.log(DatabaseUnavailable.levelOf(e), "Challenges of passkeys were not deleted", e);
        }
    }
}
