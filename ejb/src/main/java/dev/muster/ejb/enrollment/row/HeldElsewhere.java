package dev.muster.ejb.enrollment.row;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.ejb.enrollment.allowlist.EnrollmentPermission;
import dev.muster.ejb.quota.QuotaTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/**
 * Who is told that another organization holds an identifier. Somebody who imports identifiers only to search for
 * devices of others would learn from it which devices exist. So Muster tells it only to an organization that may import
 * identifiers of the manufacturer, and counts each answer. Above the quota of a day Muster tells nothing more: it no
 * longer marks such rows, and refuses the organization's commits, because their outcome would tell the same.
 */
@ApplicationScoped
public class HeldElsewhere {

    /** While more rows are marked, the transaction is long. A commit's transaction may be rolled back. */
    private static final int MANY_ROWS = 20_000;

    @Inject
    private EnrollmentPermission permission;

    @Inject
    private QuotaTally tally;

    @Inject
    private Clock clock;

    /** Whether the organization of a draft may be told. */
    boolean mayTell(DeviceImport draft) {
        return permission.isGiven(draft.manufacturer(), draft.organization().id());
    }

    /**
     * Counts identifiers that were found with other organizations.
     *
     * @return whether the organization may be told of them
     */
    boolean count(DeviceImport draft, int found) {
        UUID organization = draft.organization().id();
        boolean apart = draft.rowCount() > MANY_ROWS || draft.status() == ImportStatus.COMMITTING;
        return found > 0
                ? tally.add(organization, Quota.HELD_ELSEWHERE, found, apart)
                : !tally.isExceeded(organization, Quota.HELD_ELSEWHERE);
    }

    /** @throws QuotaReachedException {@code rate-limited} if the organization is told nothing more today */
    public void requireTelling(UUID organization) {
        if (tally.isExceeded(organization, Quota.HELD_ELSEWHERE)) {
            throw QuotaReachedException.ofAnswers(Quota.HELD_ELSEWHERE.period().secondsLeft(clock.instant()));
        }
    }
}
