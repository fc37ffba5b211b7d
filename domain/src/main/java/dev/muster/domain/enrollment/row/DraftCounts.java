package dev.muster.domain.enrollment.row;

import java.util.Set;
import java.util.TreeSet;

/**
 * What is counted in the rows of an import.
 *
 * @param rows how many rows there are
 * @param invalidCells cells with a fault
 * @param fullImeis rows whose identifier is an IMEI of 15 digits
 * @param shortImeis rows whose identifier is an IMEI of 14 digits
 * @param zeroImeis rows of {@code shortImeis} whose IMEI has a right check digit with a zero before it
 * @param imeiPrefixes a plus and the first digit of each IMEI of {@code zeroImeis}, and the first two digits of each
 *     other IMEI; only those that were searched for
 * @param faults the faulty cells by kind
 */
public record DraftCounts(
        int rows,
        int invalidCells,
        int fullImeis,
        int shortImeis,
        int zeroImeis,
        Set<String> imeiPrefixes,
        FaultCounts faults) {

    public static final DraftCounts NONE = ofRows(0);

    /** Copies the prefixes. */
    public DraftCounts {
        imeiPrefixes = Set.copyOf(imeiPrefixes);
    }

    /** Counts with only the number of rows. */
    public static DraftCounts ofRows(int rows) {
        return new DraftCounts(rows, 0, 0, 0, 0, Set.of(), FaultCounts.NONE);
    }

    /** These counts after some rows changed, whose own counts were {@code before} and are now {@code after}. */
    public DraftCounts replace(DraftCounts before, DraftCounts after) {
        return new DraftCounts(
                rows - before.rows + after.rows,
                invalidCells - before.invalidCells + after.invalidCells,
                fullImeis - before.fullImeis + after.fullImeis,
                shortImeis - before.shortImeis + after.shortImeis,
                zeroImeis - before.zeroImeis + after.zeroImeis,
                after.imeiPrefixes,
                faults.replace(before.faults, after.faults));
    }

    /** These counts with more prefixes. */
    public DraftCounts withPrefixes(Set<String> prefixes) {
        Set<String> all = new TreeSet<>(imeiPrefixes);
        all.addAll(prefixes);
        return new DraftCounts(rows, invalidCells, fullImeis, shortImeis, zeroImeis, all, faults);
    }
}
