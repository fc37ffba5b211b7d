package dev.muster.ejb.enrollment.commit;

import dev.muster.domain.enrollment.DeviceImport;
import java.util.Optional;
import java.util.UUID;

/** What became of a wish to commit. */
public sealed interface CommitOutcome {

    /**
     * The rows are enrollments now.
     *
     * @param rest the new draft that has the rows that were left out; empty where none was
     */
    record Committed(int enrolled, Optional<UUID> rest) implements CommitOutcome {}

    /** The draft is large: enrollments are being made of it, its status tells when they are. */
    record Started(DeviceImport deviceImport) implements CommitOutcome {}

    /** Nothing was enrolled: cells are invalid, perhaps since a moment ago. The draft shows which. */
    record Invalid(DeviceImport draft) implements CommitOutcome {}

    /**
     * Nothing was enrolled: since the commit began, the manufacturer does not let this organization enroll any more. The
     * draft stays as it was.
     *
     * @param reason a sentence for the organization's manager
     */
    record NotAllowed(String reason) implements CommitOutcome {}

    /** Nothing was enrolled: somebody stopped it. */
    record Cancelled() implements CommitOutcome {}
}
