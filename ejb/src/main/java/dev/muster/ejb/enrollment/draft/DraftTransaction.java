package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.ejb.enrollment.DraftChangeService;
import dev.muster.ejb.enrollment.batch.ImportCancelledException;
import dev.muster.ejb.enrollment.batch.ImportRepository;
import dev.muster.ejb.enrollment.batch.ImportTransitions;
import dev.muster.ejb.enrollment.row.BulkHints;
import dev.muster.ejb.enrollment.row.ConflictRepository;
import dev.muster.ejb.enrollment.row.RowRepository;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
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
import java.util.function.IntConsumer;

/**
 * The transactions in which all rows of an import are compared: the first time, and by a change of many rows ({@link
 * DraftChangeService} has asked the caller). A change happens completely or not at all: in the request, or, if it is
 * large, on the server that holds the import's claim.
 */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DraftTransaction {

    /** Changing and checking more rows takes longer than a request should. */
    private static final int MANY_ROWS = 20_000;

    /** After a change of fewer rows only these rows are checked, and the rows that they affect. */
    private static final int LARGE_CHANGE = 500;

    private static final String NOTHING_CHANGED = "No cell could be changed in this way. Nothing was changed.";

    @Inject
    private ImportRepository imports;

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
    private ImportTransitions transitions;

    @Inject
    private Store store;

    /** If nothing could be changed, the transaction is rolled back, so that the change before can still be undone. */
    @Resource
    private SessionContext transaction;

    /**
     * Compares the rows of a file with each other and with what is enrolled. The caller holds the claim.
     *
     * @throws ImportCancelledException if its manager stopped it
     */
    public void validate(UUID importId) {
        DeviceImport deviceImport = imports.find(importId).orElseThrow(ImportCancelledException::new);
        requireValidating(deviceImport);
        DraftCounts now = marking.compare(deviceImport, true, progress(importId));
        DeviceImport locked = imports.lock(importId);
        requireValidating(locked);
        locked.validated(now);
    }

    private static void requireValidating(DeviceImport deviceImport) {
        if (deviceImport.status() != ImportStatus.VALIDATING) {
            throw new ImportCancelledException();
        }
    }

    private IntConsumer progress(UUID importId) {
        return step -> transitions.progress(importId, step, ConflictRepository.STEPS);
    }

    /** Changes rows, or begins to. */
    public DraftChangeOutcome change(UUID organizationId, UUID importId, DraftChange change, OptionalInt seen) {
        DeviceImport draft = imports.lockDraft(organizationId, importId);
        draft.requireUnchangedSince(seen);
        return changeOrBegin(draft, change);
    }

    /** Undoes the last change, or begins to. */
    public DraftChangeOutcome undo(UUID organizationId, UUID importId, OptionalInt changeNumber) {
        DeviceImport draft = imports.lockDraft(organizationId, importId);
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
        UndoStep step = undo.keep(draft, change);
        List<Integer> kept = undo.kept(step);
        AtomicInteger changed = new AtomicInteger();
        marking.apply(draft, kept, () -> changed.set(run(draft, change, step, kept)));
        if (changed.get() == 0 && change instanceof DraftChange.CellChange) {
            transaction.setRollbackOnly();
        } else {
            note(draft, change, step, changed.get());
        }
        return new DraftChangeOutcome(draft, changed.get());
    }

    /**
     * Carries out the pending change of a draft. The caller holds the claim. The import itself is written only at the
     * end, so that others can note on it how far the work is.
     *
     * @throws ImportCancelledException if its manager stopped it
     */
    public void carryOut(UUID importId) {
        DeviceImport deviceImport = imports.find(importId).orElseThrow(ImportCancelledException::new);
        DraftChange change = deviceImport.pendingChange().orElseThrow(ImportCancelledException::new);
        progress(importId).accept(0);
        if (isKeepingFirst(change)) {
            hints.expectManyRows(deviceImport.rowCount());
            marking.keepFirst(deviceImport);
        }
        UndoStep step = undo.keep(deviceImport, change);
        int changed = run(deviceImport, change, step, undo.kept(step));
        if (changed == 0 && change instanceof DraftChange.CellChange) {
            transaction.setRollbackOnly();
            transitions.unchanged(importId, NOTHING_CHANGED);
            return;
        }
        DraftCounts now = marking.compare(deviceImport, false, progress(importId));
        DeviceImport locked = imports.lock(importId);
        if (locked.isCancelRequested()) {
            throw new ImportCancelledException();
        }
        locked.changed(now);
        note(locked, change, step, changed);
    }

    private void note(DeviceImport draft, DraftChange change, UndoStep step, int changed) {
        String description = change.description(changed);
        if (description == null) {
            undo.undone(draft, step);
        } else {
            undo.done(draft, step, description);
        }
    }

    private static boolean isKeepingFirst(DraftChange change) {
        return change instanceof DraftChange.DeleteInvalid(var keepFirst) && keepFirst;
    }

    /** Changes the kept rows and says how many of them it changed. */
    private int run(DeviceImport draft, DraftChange change, UndoStep step, List<Integer> kept) {
        return switch (change) {
            case DraftChange.CellChange cells -> massRepair.apply(step, cells, draft.rules());
            case DraftChange.RowDeletion deletion -> {
                rows.keptMap(draft).remove(kept);
                store.entityManager().flush();
                yield undo.removeKept(step);
            }
            case DraftChange.TakeBack undoing -> {
                rows.keptMap(draft).restore(kept);
                undo.restore(draft, step);
                yield kept.size();
            }
        };
    }
}
