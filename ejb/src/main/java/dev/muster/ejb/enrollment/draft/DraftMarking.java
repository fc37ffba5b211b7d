package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.DuplicateChoice;
import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.ejb.enrollment.draft.AffectedRowRepository.Forms;
import dev.muster.ejb.enrollment.row.BulkHints;
import dev.muster.ejb.enrollment.row.ConflictRepository;
import dev.muster.ejb.enrollment.row.InvalidRowRepository;
import dev.muster.ejb.enrollment.row.RowRepository;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * Keeps what is known of a draft in step with its rows: the faults that rows have because of other rows, the counts,
 * and the map of invalid rows.
 */
@ApplicationScoped
public class DraftMarking {

    /** If a change is larger than this, or affects more other rows, all rows are marked. */
    private static final int MANY = 500;

    @Inject
    private ConflictRepository conflicts;

    @Inject
    private AffectedRowRepository affected;

    @Inject
    private RowCountRepository counts;

    @Inject
    private InvalidRowRepository invalid;

    @Inject
    private RowRepository rows;

    @Inject
    private BulkHints hints;

    @Inject
    private Store store;

    /** Marks all rows of a draft again and takes the counts. */
    public void markAll(DeviceImport draft) {
        store.entityManager().flush();
        draft.count(compare(draft, false, step -> {}));
    }

    /**
     * Marks all rows of an import again and does not change the import itself, so that others can note on it how far
     * the work is.
     *
     * @param fresh whether no conflict is marked yet
     * @param progress as for {@link ConflictRepository#markAll}
     * @return the counts
     */
    public DraftCounts compare(DeviceImport deviceImport, boolean fresh, IntConsumer progress) {
        DraftCounts unmarked = counts.count(deviceImport.id());
        hints.expectManyRows(unmarked.rows());
        Set<String> prefixes = unmarked.zeroImeis() > 0 ? counts.prefixes(deviceImport.id()) : Set.of();
        boolean refusesShort = deviceImport.column(unmarked).refusesShortImeis();
        conflicts.markAll(deviceImport, refusesShort, fresh, progress);
        rows.keptMap(deviceImport).judgeAll(rows.invalid(deviceImport.id()));
        return counts.count(deviceImport.id()).withPrefixes(prefixes);
    }

    /**
     * Makes the first of each group of duplicates valid. The caller removes the rows that are still invalid, in the
     * same transaction.
     */
    public void keepFirst(DeviceImport draft) {
        RoaringBitmap kept = DuplicateChoice.firstOfEach(invalid.affected(draft));
        invalid.clear(draft.id(), kept);
        rows.keptMap(draft).judgeAll(rows.invalid(draft.id()));
    }

    /**
     * Changes some rows of a draft, and marks these rows and all that the change affects.
     *
     * @param changed the numbers of the rows that change, also of those that come or go
     */
    public void apply(DeviceImport draft, Collection<Integer> changed, Runnable change) {
        if (changed.size() > MANY) {
            change.run();
            markAll(draft);
            return;
        }
        if (!draft.areFaultsCounted()) {
            draft.count(counts.count(draft.id()));
        }
        Forms forms = Forms.none();
        affected.addForms(draft.id(), changed, forms);
        DraftCounts changedBefore = counts.count(draft.id(), changed);
        change.run();
        store.entityManager().flush();
        affected.addForms(draft.id(), changed, forms);
        Set<Integer> others = affected.others(draft.id(), changed, forms, MANY);
        mark(draft, changed, changedBefore, others);
    }

    private void mark(DeviceImport draft, Collection<Integer> changed, DraftCounts changedBefore, Set<Integer> others) {
        DraftCounts othersBefore = counts.count(draft.id(), others);
        boolean refusedBefore = draft.refusesShortImeis();
        DraftCounts unmarked = counts.count(draft.id(), changed);
        DraftCounts now = draft.counts().replace(changedBefore, unmarked);
        draft.count(now.withPrefixes(prefixes(draft, now, changed)));
        if (others.size() >= MANY || draft.refusesShortImeis() != refusedBefore) {
            markAll(draft);
            return;
        }
        Set<Integer> all = new TreeSet<>(others);
        all.addAll(changed);
        conflicts.mark(draft, all);
        draft.count(draft.counts().replace(unmarked, counts.count(draft.id(), changed)));
        draft.count(draft.counts().replace(othersBefore, counts.count(draft.id(), others)));
        rows.keptMap(draft).judge(all, rows.invalidAmong(draft.id(), all));
    }

    /** Needed only if some IMEI may have lost a zero: first those of all rows, later those of the rows that change. */
    private Set<String> prefixes(DeviceImport draft, DraftCounts now, Collection<Integer> changed) {
        if (now.zeroImeis() == 0) {
            return Set.of();
        }
        return draft.column(now).evidence().imeiPrefixes().isEmpty()
                ? counts.prefixes(draft.id())
                : counts.prefixes(draft.id(), changed);
    }
}
