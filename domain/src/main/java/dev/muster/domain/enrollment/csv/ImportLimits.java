package dev.muster.domain.enrollment.csv;

/**
 * The largest import file that is accepted. The limits are checked while the file is read, before anything is kept in
 * memory.
 *
 * @param maxRows records without the header line and blank lines
 * @param maxCellLength characters (UTF-16 code units) in a cell, without its quotes
 * @param maxColumns cells in a record
 * @param maxBytes bytes in the file
 */
public record ImportLimits(int maxRows, int maxCellLength, int maxColumns, long maxBytes) {
    public static final ImportLimits DEFAULT = new ImportLimits(1_000_000, 1_024, 100, 256L << 20);

    /** @throws IllegalArgumentException if a limit is not above zero */
    public ImportLimits {
        if (maxRows < 1 || maxCellLength < 1 || maxColumns < 1 || maxBytes < 1) {
            throw new IllegalArgumentException("every limit is above zero");
        }
    }

    public ImportLimits withMaxRows(int rows) {
        return new ImportLimits(rows, maxCellLength, maxColumns, maxBytes);
    }
}
