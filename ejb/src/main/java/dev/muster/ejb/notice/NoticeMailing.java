package dev.muster.ejb.notice;

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

/** Finds the notices of which the managers of their organizations have still to be told by mail. */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeMailing {

    private static final Logger LOG = System.getLogger(NoticeMailing.class.getName());

    @Inject
    private NoticeMailingStep step;

    /** Every ten seconds. If there is nothing new, this costs two queries. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "notices by mail")
    public void look() {
        try {
            step.queue();
        } catch (RuntimeException e) {
            LOG.log(DatabaseUnavailable.levelOf(e), "Notices could not be sent by mail; the server tries again", e);
        }
    }
}
