package dev.muster.ejb.enrollment;

import dev.muster.ejb.enrollment.batch.ImportTransitions;
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

/**
 * Looks for imports that a server was at work on when it died. Every server looks. The claim in the database decides
 * which server goes on.
 */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrphanedWork {

    private static final Logger LOG = System.getLogger(OrphanedWork.class.getName());

    @Inject
    private ImportTransitions imports;

    @Inject
    private ImportWork work;

    /** Every five seconds, so that a manager does not wait long for another server. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "imports whose server died")
    public void look() {
        try {
            imports.atWork().forEach(work::start);
        } catch (RuntimeException e) {
            if (!DatabaseUnavailable.causes(e)) {
                throw e;
            }
            LOG.log(Level.DEBUG, "The database is away, so no import was looked for");
        }
    }
}
