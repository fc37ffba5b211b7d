package dev.muster.ejb.organization;

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
import java.lang.System.Logger.Level;
import java.util.UUID;

/**
 * Removes what deleted organizations owned. Every server tries; a lock in the database decides which one does the next
 * step, so another server goes on if one dies.
 */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrganizationRemoval {

    private static final Logger LOG = System.getLogger(OrganizationRemoval.class.getName());

    @Inject
    private OrganizationRemovalStep steps;

    /** Every five seconds. If there is nothing to do, this costs one query. A failed step is tried again by the next run. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "what deleted organizations owned")
    public void remove() {
        try {
            steps.waiting().forEach(this::remove);
        } catch (RuntimeException e) {
            LOG.log(DatabaseUnavailable.levelOf(e), "Deleted organizations could not be looked for", e);
        }
    }

    /** A failure of one does not hold up the others. */
    private void remove(UUID id) {
        try {
            while (steps.isMoreLeft(id)) {
                LOG.log(Level.DEBUG, "Removed a part of what a deleted organization owned");
            }
        } catch (RuntimeException e) {
            LOG.log(
                    DatabaseUnavailable.levelOf(e),
                    "What the deleted organization " + id + " owned could not be removed; the server tries again",
                    e);
        }
    }
}
