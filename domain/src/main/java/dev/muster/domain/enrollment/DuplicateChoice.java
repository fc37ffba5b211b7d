package dev.muster.domain.enrollment;

import java.util.BitSet;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * Chooses the first of each group of duplicates: those invalid rows of a draft that become valid when the other invalid
 * rows are removed. In file order, a row is kept if duplicates are its only fault, and if no row that is kept already
 * has its identifier or its name. So the second row of a pair is kept if the first row has another fault. A peripheral
 * is kept only if its gateway stays.
 */
public final class DuplicateChoice {

    /** If a peripheral loses its gateway, its duplicate can be kept instead, and that may lose its gateway in turn. */
    private static final int MAX_PASSES = 20;

    private final List<InvalidRow> rows;

    /** Peripherals whose gateway is not kept. */
    private final RoaringBitmap lost = new RoaringBitmap();

    private RoaringBitmap kept = new RoaringBitmap();

    private BitSet gateways = new BitSet();

    private DuplicateChoice(List<InvalidRow> rows) {
        this.rows = rows;
    }

    /**
     * The numbers of the rows that are kept.
     *
     * @param rows invalid rows in file order; valid rows among them are ignored
     */
    public static RoaringBitmap firstOfEach(List<InvalidRow> rows) {
        return new DuplicateChoice(rows).choose();
    }

    private RoaringBitmap choose() {
        boolean isLosing = true;
        for (int pass = 0; isLosing && pass < MAX_PASSES; pass++) {
            keepFirst();
            isLosing = lose();
        }
        kept.andNot(lost);
        return kept;
    }

    private void keepFirst() {
        BitSet identifiers = new BitSet();
        BitSet names = new BitSet();
        kept = new RoaringBitmap();
        gateways = new BitSet();
        for (InvalidRow row : rows) {
            if (isWanted(row) && isFree(identifiers, row.identifierGroup()) && isFree(names, row.nameGroup())) {
                identifiers.set(row.identifierGroup());
                names.set(row.nameGroup());
                keep(row);
            }
        }
    }

    private void keep(InvalidRow row) {
        kept.add(row.number());
        if (row.gateway()) {
            gateways.set(row.identifierGroup());
        }
    }

    private boolean isWanted(InvalidRow row) {
        return row.state() == InvalidRow.State.DUPLICATE && !lost.contains(row.number());
    }

    private static boolean isFree(BitSet taken, int group) {
        return group == 0 || !taken.get(group);
    }

    /** Whether a kept peripheral has a gateway that is not kept. */
    private boolean lose() {
        int before = lost.getCardinality();
        for (InvalidRow row : rows) {
            if (row.gatewayGroup() != 0 && kept.contains(row.number()) && !gateways.get(row.gatewayGroup())) {
                lost.add(row.number());
            }
        }
        return lost.getCardinality() > before;
    }
}
