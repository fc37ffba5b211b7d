package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.BatchStatus;
import dev.muster.domain.enrollment.EnrollmentBatch;
import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.ejb.enrollment.batch.BatchTransactions;
import dev.muster.ejb.enrollment.batch.DraftRepository;
import dev.muster.ejb.enrollment.batch.ImportCancelledException;
import dev.muster.ejb.enrollment.row.ConflictMarker;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Comparing the rows of a file with each other and with what is enrolled: one transaction, done wholly or again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DraftValidation {

    @Inject
    private DraftRepository drafts;

    @Inject
    private DraftMarking marking;

    @Inject
    private BatchTransactions batches;

    /**
     * Validates.
     *
     * @throws ImportCancelledException where its manager stopped it
     */
    public void validate(UUID importId) {
        EnrollmentBatch batch = drafts.find(importId).orElseThrow(ImportCancelledException::new);
        requireGoingOn(batch);
        DraftCounts counts =
                marking.compare(batch, true, step -> batches.progress(importId, step, ConflictMarker.STEPS));
        EnrollmentBatch held = drafts.lock(importId);
        requireGoingOn(held);
        held.validated(counts);
    }

    private static void requireGoingOn(EnrollmentBatch batch) {
        if (batch.status() != BatchStatus.VALIDATING || batch.isBeingChanged()) {
            throw new ImportCancelledException();
        }
    }
}
