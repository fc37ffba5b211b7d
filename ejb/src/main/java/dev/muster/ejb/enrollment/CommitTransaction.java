package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.EnrollmentBatch;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The transactions that a commit is made of; {@link CommitService} has asked the caller. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CommitTransaction {

    @Inject
    private DraftRepository drafts;

    @Inject
    private EnrollmentRepository enrollments;

    @Inject
    private ConflictMarker conflicts;

    @Inject
    private Clock clock;

    /** Commits, or says that the draft is invalid; a constraint of the database may still refuse. */
    public CommitOutcome commit(UUID organizationId, UUID importId) {
        EnrollmentBatch draft = drafts.lock(organizationId, importId);
        requireCommittable(draft);
        conflicts.mark(draft);
        if (!draft.isValid()) {
            return new CommitOutcome.Invalid(draft);
        }
        Instant now = clock.instant();
        int enrolled = enrollments.enroll(draft.id(), now);
        draft.commit(now);
        return new CommitOutcome.Committed(enrolled);
    }

    /** Shows in the draft what refused the commit. */
    public CommitOutcome markAnew(UUID organizationId, UUID importId) {
        EnrollmentBatch draft = drafts.lock(organizationId, importId);
        conflicts.mark(draft);
        return new CommitOutcome.Invalid(draft);
    }

    private static void requireCommittable(EnrollmentBatch draft) {
        if (!draft.isDraft()) {
            throw new ProblemException(ProblemCode.CONFLICT, "This import is committed already.");
        }
        if (draft.rowCount() == 0) {
            throw new ProblemException(ProblemCode.CONFLICT, "This import has no rows; there is nothing to add.");
        }
    }
}
