package dev.muster.domain.enrollment;

/**
 * What is counted in the rows of an import.
 *
 * @param rows how many there are
 * @param invalidCells cells with a fault
 * @param fullImeis rows whose identifier is an IMEI of 15 digits
 * @param shortImeis rows whose identifier is one of 14
 */
public record DraftCounts(int rows, int invalidCells, int fullImeis, int shortImeis) {

    public static final DraftCounts NONE = new DraftCounts(0, 0, 0, 0);

    /** These counts after rows that counted {@code before} came to count {@code after}. */
    public DraftCounts replace(DraftCounts before, DraftCounts after) {
        return new DraftCounts(
                rows - before.rows + after.rows,
                invalidCells - before.invalidCells + after.invalidCells,
                fullImeis - before.fullImeis + after.fullImeis,
                shortImeis - before.shortImeis + after.shortImeis);
    }

    /** Whether some IMEIs have 15 digits and some 14. */
    public boolean hasMixedImeis() {
        return fullImeis > 0 && shortImeis > 0;
    }
}
