package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.ejb.enrollment.batch.ImportCancelledException;
import dev.muster.ejb.enrollment.batch.ImportRepository;
import dev.muster.ejb.enrollment.batch.ImportTransitions;
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
    private ImportRepository drafts;

    @Inject
    private DraftMarking marking;

    @Inject
    private ImportTransitions batches;

    /**
     * Validates.
     *
     * @throws ImportCancelledException where its manager stopped it
     */
    public void validate(UUID importId) {
        DeviceImport batch = drafts.find(importId).orElseThrow(ImportCancelledException::new);
        requireGoingOn(batch);
        DraftCounts counts =
                marking.compare(batch, true, step -> batches.progress(importId, step, ConflictMarker.STEPS));
        DeviceImport held = drafts.lock(importId);
        requireGoingOn(held);
        held.validated(counts);
    }

    private static void requireGoingOn(DeviceImport batch) {
        if (batch.status() != ImportStatus.VALIDATING) {
            throw new ImportCancelledException();
        }
    }
}
