package dev.muster.ejb.command;

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

/** Deletes old commands once an hour. Every server tries; a lock in the database decides which one does the work. */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CommandRetention {

    private static final Logger LOG = System.getLogger(CommandRetention.class.getName());

    @Inject
    private CommandRemoval removal;

    @Schedule(hour = "*", minute = "37", persistent = false, info = "commands that are done for 30 days")
    public void tidy() {
        try {
            int removed;
            do {
                removed = removal.removeSome();
            } while (removed > 0);
        } catch (RuntimeException e) {
            LOG.log(DatabaseUnavailable.levelOf(e), "Old commands were not deleted", e);
        }
    }
}
