package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.DuplicateChoice;
import dev.muster.ejb.enrollment.row.InvalidRowRepository;
import dev.muster.ejb.enrollment.row.RowRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.roaringbitmap.RoaringBitmap;

/** Keeps the first of each group of duplicates, for a deletion or a commit that takes the other invalid rows away. */
@ApplicationScoped
public class Duplicates {

    @Inject
    private InvalidRowRepository invalid;

    @Inject
    private RowRepository rows;

    /** Makes the first of each group valid. The caller removes the rows that are still invalid, in the same transaction. */
    public void keepFirst(DeviceImport draft) {
        RoaringBitmap kept = DuplicateChoice.firstOfEach(invalid.affected(draft));
        invalid.clear(draft.id(), kept);
        rows.keptMap(draft).judgeAll(rows.invalid(draft.id()));
    }
}
