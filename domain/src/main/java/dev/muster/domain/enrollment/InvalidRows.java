package dev.muster.domain.enrollment;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/**
 * What would happen to a draft if its invalid rows were deleted, or left out of a commit.
 *
 * @param changeNumber of the draft that was counted
 * @param rows of the draft
 * @param invalid how many of them are invalid
 * @param duplicates how many invalid rows have the identifier or the name of another row
 * @param groups how many groups of such duplicates there are
 * @param pairsOnly whether each group has two rows
 * @param all what happens if all invalid rows are removed
 * @param keepFirst what happens if the first of each group stays
 */
public record InvalidRows(
        int changeNumber,
        int rows,
        int invalid,
        int duplicates,
        int groups,
        boolean pairsOnly,
        Loss all,
        Loss keepFirst)
        implements Serializable {

    /**
     * What a deletion or a commit removes.
     *
     * @param kept how many invalid rows stay, and become valid
     * @param losingGateway how many valid peripherals lose their gateway: they become invalid, or are left out of a
     *     commit
     */
    public record Loss(int kept, int losingGateway) implements Serializable {}

    /**
     * Counts what would happen.
     *
     * @param changeNumber of the draft
     * @param rows of the draft
     * @param affected its invalid rows, and valid rows whose gateway is invalid, in file order
     */
    public static InvalidRows of(int changeNumber, int rows, List<InvalidRow> affected) {
        int invalid = (int) affected.stream().filter(row -> !row.isValid()).count();
        DuplicateGroups groups = DuplicateGroups.of(affected);
        return new InvalidRows(
                changeNumber,
                rows,
                invalid,
                groups.rows(),
                groups.count(),
                groups.arePairs(),
                loss(affected, new RoaringBitmap()),
                loss(affected, DuplicateChoice.firstOfEach(affected)));
    }

    private static Loss loss(List<InvalidRow> affected, RoaringBitmap kept) {
        Set<Integer> gateways = affected.stream()
                .filter(row -> row.gateway() && kept.contains(row.number()))
                .map(InvalidRow::identifierGroup)
                .collect(Collectors.toSet());
        long losing = affected.stream()
                .filter(row -> row.isValid() && !gateways.contains(row.gatewayGroup()))
                .count();
        return new Loss(kept.getCardinality(), (int) losing);
    }

    public Loss loss(boolean keepingFirst) {
        return keepingFirst ? keepFirst : all;
    }

    /** How many rows a deletion deletes. */
    public int deleted(boolean keepingFirst) {
        return invalid - loss(keepingFirst).kept();
    }

    /** How many rows a commit of the valid rows enrolls. */
    public int added(boolean keepingFirst) {
        return rows - leftOut(keepingFirst);
    }

    /** How many rows a commit of the valid rows leaves to a new draft. */
    public int leftOut(boolean keepingFirst) {
        return deleted(keepingFirst) + loss(keepingFirst).losingGateway();
    }
}
