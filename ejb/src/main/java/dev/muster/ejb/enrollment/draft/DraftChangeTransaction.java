package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.DraftChangeService;
import dev.muster.ejb.enrollment.batch.ImportCancelledException;
import dev.muster.ejb.enrollment.batch.ImportRepository;
import dev.muster.ejb.enrollment.batch.ImportTransitions;
import dev.muster.ejb.enrollment.row.BulkHints;
import dev.muster.ejb.enrollment.row.ConflictMarker;
import dev.muster.ejb.enrollment.row.RowRepository;
import dev.muster.ejb.shared.Store;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The transactions that a change of many rows is made of; {@link DraftChangeService} has asked the caller. A change is
 * done wholly or not at all, in the request or, where it is large, by whoever holds the import's claim.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DraftChangeTransaction {

    /** More rows are changed and checked again for longer than anybody waits for an answer. */
    private static final int MANY_ROWS = 20_000;

    /** A change of fewer rows is checked with what it touches alone. */
    private static final int LARGE_CHANGE = 500;

    private static final String NOTHING_MENDED = "No cell could be mended in this way; nothing was changed.";

    @Inject
    private ImportRepository drafts;

    @Inject
    private RowRepository rows;

    @Inject
    private DraftMarking marking;

    @Inject
    private RowCountRepository counts;

    @Inject
    private BulkHints hints;

    @Inject
    private UndoRepository undo;

    @Inject
    private MassRepair massRepair;

    @Inject
    private ImportTransitions batches;

    @Inject
    private Store store;

    /** Where nothing could be changed, nothing has happened: the change before that can still be taken back. */
    @Resource
    private SessionContext transaction;

    /** Changes rows, or begins to. */
    public DraftChangeOutcome change(UUID organizationId, UUID importId, DraftChange change, OptionalInt seen) {
        DeviceImport draft = drafts.lockDraft(organizationId, importId);
        draft.requireUnchangedSince(seen);
        return changeOrBegin(draft, change);
    }

    /** Takes back the last change, or begins to. */
    public DraftChangeOutcome undo(UUID organizationId, UUID importId, OptionalInt changeNumber) {
        DeviceImport draft = drafts.lockDraft(organizationId, importId);
        if (draft.lastChange() == null) {
            throw new ProblemException(ProblemCode.CONFLICT, "There is no change to take back.");
        }
        draft.requireUnchangedSince(changeNumber);
        return changeOrBegin(draft, new DraftChange.TakeBack());
    }

    private DraftChangeOutcome changeOrBegin(DeviceImport draft, DraftChange change) {
        int affected = undo.affected(draft, change);
        if (affected == 0 && !(change instanceof DraftChange.TakeBack)) {
            return new DraftChangeOutcome(draft, 0);
        }
        if (affected > LARGE_CHANGE && draft.rowCount() + affected > MANY_ROWS) {
            draft.beginChange(change);
            return new DraftChangeOutcome(draft, 0);
        }
        return changeNow(draft, change);
    }

    private DraftChangeOutcome changeNow(DeviceImport draft, DraftChange change) {
        if (isKeepingFirst(change)) {
            marking.keepFirst(draft);
            draft.count(counts.count(draft.id()));
        }
        undo.keep(draft, change);
        List<Integer> kept = undo.kept(draft);
        AtomicInteger changed = new AtomicInteger();
        marking.apply(draft, kept, () -> changed.set(run(draft, change, kept)));
        if (changed.get() == 0 && change instanceof DraftChange.MendAll) {
            transaction.setRollbackOnly();
        } else {
            draft.changed(change.description(changed.get()));
        }
        return new DraftChangeOutcome(draft, changed.get());
    }

    /**
     * Carries out the change that a draft waits for; called by who holds the claim. The draft itself is left alone until
     * the end, so that others can note on it how far the work is.
     *
     * @throws ImportCancelledException where its manager stopped it
     */
    public void carryOut(UUID importId) {
        DeviceImport batch = drafts.find(importId).orElseThrow(ImportCancelledException::new);
        DraftChange change = batch.pendingChange().orElseThrow(ImportCancelledException::new);
        batches.progress(importId, 0, ConflictMarker.STEPS);
        if (isKeepingFirst(change)) {
            hints.expectManyRows(batch.rowCount());
            marking.keepFirst(batch);
        }
        undo.keep(batch, change);
        int changed = run(batch, change, undo.kept(batch));
        if (changed == 0 && change instanceof DraftChange.MendAll) {
            transaction.setRollbackOnly();
            batches.unchanged(importId, NOTHING_MENDED);
            return;
        }
        DraftCounts now =
                marking.compare(batch, false, step -> batches.progress(importId, step, ConflictMarker.STEPS));
        DeviceImport held = drafts.lock(importId);
        if (held.isCancelRequested()) {
            throw new ImportCancelledException();
        }
        held.changed(now, change.description(changed));
    }

    private static boolean isKeepingFirst(DraftChange change) {
        return change instanceof DraftChange.DeleteInvalid(var keepFirst) && keepFirst;
    }

    /** How many rows it changed. */
    private int run(DeviceImport draft, DraftChange change, List<Integer> kept) {
        return switch (change) {
            case DraftChange.MendAll mending -> massRepair.apply(draft, mending, draft.rules());
            case DraftChange.DeleteInvalid deletion -> {
                rows.keptMap(draft).remove(kept);
                store.entityManager().flush();
                yield undo.removeKept(draft);
            }
            case DraftChange.TakeBack undoing -> {
                rows.keptMap(draft).restore(kept);
                undo.restore(draft);
                yield kept.size();
            }
        };
    }
}
