package dev.muster.ejb.enrollment.commit;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.quota.QuotaReachedException;
import java.util.Optional;
import java.util.UUID;

/** The result of a commit. */
public sealed interface CommitOutcome {

    /**
     * The rows are enrollments now.
     *
     * @param rest the new draft with the rows that were left out; empty if none was
     */
    record Committed(int enrolled, Optional<UUID> rest) implements CommitOutcome {}

    /** The draft is large. A server makes enrollments of it, and its status tells when they are made. */
    record Started(DeviceImport deviceImport) implements CommitOutcome {}

    /**
     * Nothing was enrolled, because cells are invalid, some of them perhaps since a moment ago. The draft shows which.
     */
    record Invalid(DeviceImport draft) implements CommitOutcome {}

    /**
     * Nothing was enrolled, because the manufacturer took its permission back after the commit began. The draft stays
     * as it was.
     *
     * @param reason a sentence for the organization's manager
     */
    record NotAllowed(String reason) implements CommitOutcome {}

    /**
     * Nothing was enrolled, because a quota of the organization was reached after the commit began. The draft stays as
     * it was.
     */
    record QuotaReached(QuotaReachedException reached) implements CommitOutcome {}

    /** Nothing was enrolled, because a manager stopped the commit. */
    record Cancelled() implements CommitOutcome {}
}
