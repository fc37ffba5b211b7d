package dev.muster.domain.enrollment;

import java.util.BitSet;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * Keeps the first of each: from the invalid rows of a draft those that are valid once the other invalid rows are
 * gone. In file order, a row is kept if nothing but duplicates is wrong with it, and if no row that is kept has its
 * identifier or its name. So the second of a pair is kept if the first has another fault. A peripheral is kept only if
 * its gateway stays.
 */
public final class DuplicateChoice {

    /** A peripheral that loses its gateway makes room for its duplicate, which may lose its gateway in turn. */
    private static final int MAX_PASSES = 20;

    private final List<InvalidRow> rows;

    /** Peripherals whose gateway goes. */
    private final RoaringBitmap lost = new RoaringBitmap();

    private RoaringBitmap kept = new RoaringBitmap();

    private BitSet gateways = new BitSet();

    private DuplicateChoice(List<InvalidRow> rows) {
        this.rows = rows;
    }

    /**
     * The numbers of the rows that are kept.
     *
     * @param rows invalid rows in file order; valid ones among them are passed over
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

    /** Whether a peripheral is kept whose gateway is not. */
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
