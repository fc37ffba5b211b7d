package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.RowMap;
import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.ejb.enrollment.row.BulkHints;
import dev.muster.ejb.enrollment.row.ConflictMarker;
import dev.muster.ejb.enrollment.row.RowForms;
import dev.muster.ejb.enrollment.row.RowRepository;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Keeps what is known of a draft in step with its rows: the faults that they have because of each other, the counts and
 * the map of invalid rows.
 */
@ApplicationScoped
public class DraftMarking {

    /** A change of more rows, or one that touches more, is followed by a marking of all. */
    private static final int MANY = 500;

    @Inject
    private ConflictMarker conflicts;

    @Inject
    private AffectedRows touched;

    @Inject
    private RowRepository rows;

    @Inject
    private BulkHints hints;

    @Inject
    private Store store;

    /** Marks all of a draft anew and takes its counts. */
    public void markAll(DeviceImport draft) {
        store.entityManager().flush();
        draft.count(compare(draft, false, step -> {}));
    }

    /**
     * Marks all of an import anew and leaves the import itself alone, so that others can still note on it how far the
     * work is.
     *
     * @param fresh whether no conflict is marked yet
     * @param progress as {@link ConflictMarker#markAll}
     * @return what is counted then
     */
    public DraftCounts compare(DeviceImport batch, boolean fresh, IntConsumer progress) {
        DraftCounts unmarked = touched.counts(batch.id());
        hints.expectManyRows(unmarked.rows());
        Set<String> prefixes = unmarked.zeroImeis() > 0 ? touched.prefixes(batch.id()) : Set.of();
        boolean refusesShort = batch.column(unmarked).refusesShortImeis();
        conflicts.markAll(batch, refusesShort, fresh, progress);
        rows.keptMap(batch).judgeAll(rows.invalid(batch.id()));
        return touched.counts(batch.id()).withPrefixes(prefixes);
    }

    /**
     * Changes some rows of a draft and marks them and every row that the change touches.
     *
     * @param changed the numbers of the rows that change, those included that come or go
     */
    public void apply(DeviceImport draft, Collection<Integer> changed, Runnable change) {
        if (changed.size() > MANY) {
            change.run();
            markAll(draft);
            return;
        }
        RowForms forms = RowForms.none();
        touched.addForms(draft.id(), changed, forms);
        DraftCounts changedBefore = touched.counts(draft.id(), changed);
        change.run();
        store.entityManager().flush();
        touched.addForms(draft.id(), changed, forms);
        Set<Integer> others = touched.others(draft.id(), changed, forms, MANY);
        mark(draft, changed, changedBefore, others);
    }

    private void mark(DeviceImport draft, Collection<Integer> changed, DraftCounts changedBefore, Set<Integer> others) {
        DraftCounts othersBefore = touched.counts(draft.id(), others);
        boolean refusedBefore = draft.refusesShortImeis();
        DraftCounts unmarked = touched.counts(draft.id(), changed);
        DraftCounts now = draft.counts().replace(changedBefore, unmarked);
        draft.count(now.withPrefixes(prefixes(draft, now, changed)));
        if (others.size() >= MANY || draft.refusesShortImeis() != refusedBefore) {
            markAll(draft);
            return;
        }
        Set<Integer> all = new TreeSet<>(others);
        all.addAll(changed);
        conflicts.mark(draft, all);
        draft.count(draft.counts().replace(unmarked, touched.counts(draft.id(), changed)));
        draft.count(draft.counts().replace(othersBefore, touched.counts(draft.id(), others)));
        judge(draft, all);
    }

    /** Looked for only if some IMEI may have lost a zero; then in all rows, and later in those that change. */
    private Set<String> prefixes(DeviceImport draft, DraftCounts now, Collection<Integer> changed) {
        if (now.zeroImeis() == 0) {
            return Set.of();
        }
        return draft.column(now).evidence().imeiPrefixes().isEmpty()
                ? touched.prefixes(draft.id())
                : touched.prefixes(draft.id(), changed);
    }

    private void judge(DeviceImport draft, Set<Integer> judged) {
        RowMap map = rows.keptMap(draft);
        List<Integer> invalid = rows.invalidAmong(draft.id(), judged);
        map.judge(judged, invalid);
    }
}
