package dev.muster.domain.enrollment.row;

import java.util.Set;
import java.util.TreeSet;

/**
 * What is counted in the rows of an import.
 *
 * @param rows how many there are
 * @param invalidCells cells with a fault
 * @param fullImeis rows whose identifier is an IMEI of 15 digits
 * @param shortImeis rows whose identifier is one of 14
 * @param zeroImeis those of these 14 that have a right check digit with a zero before them
 * @param imeiPrefixes the first two digits of the other IMEIs, a plus and the first digit of these, as far as they were
 *     looked for
 */
public record DraftCounts(
        int rows, int invalidCells, int fullImeis, int shortImeis, int zeroImeis, Set<String> imeiPrefixes) {

    public static final DraftCounts NONE = new DraftCounts(0, 0, 0, 0, 0, Set.of());

    /** Copies the prefixes. */
    public DraftCounts {
        imeiPrefixes = Set.copyOf(imeiPrefixes);
    }

    /** Rows that were counted, and nothing else of them. */
    public static DraftCounts ofRows(int rows) {
        return new DraftCounts(rows, 0, 0, 0, 0, Set.of());
    }

    /** These counts after rows that counted {@code before} came to count {@code after}. */
    public DraftCounts replace(DraftCounts before, DraftCounts after) {
        return new DraftCounts(
                rows - before.rows + after.rows,
                invalidCells - before.invalidCells + after.invalidCells,
                fullImeis - before.fullImeis + after.fullImeis,
                shortImeis - before.shortImeis + after.shortImeis,
                zeroImeis - before.zeroImeis + after.zeroImeis,
                after.imeiPrefixes);
    }

    /** These counts with prefixes that were looked for. */
    public DraftCounts withPrefixes(Set<String> prefixes) {
        Set<String> all = new TreeSet<>(imeiPrefixes);
        all.addAll(prefixes);
        return new DraftCounts(rows, invalidCells, fullImeis, shortImeis, zeroImeis, all);
    }
}
