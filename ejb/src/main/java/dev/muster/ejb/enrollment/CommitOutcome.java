package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.EnrollmentBatch;

/** What became of a wish to commit. */
public sealed interface CommitOutcome {

    /** Every row is an enrollment now. */
    record Committed(int enrolled) implements CommitOutcome {}

    /** Nothing was enrolled: cells are invalid, perhaps since a moment ago. The draft shows which. */
    record Invalid(EnrollmentBatch draft) implements CommitOutcome {}
}
