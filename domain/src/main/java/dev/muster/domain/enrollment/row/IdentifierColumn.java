package dev.muster.domain.enrollment.row;

/**
 * The identifiers of one import as a whole. A spreadsheet or a system changes all cells in the same way, so the column
 * says what one cell cannot: whether IMEIs of 14 digits lost a zero or their check digit, and whether serial numbers
 * lost zeros. A repair that fits only some cells by chance is not a repair. See ADR 012.
 *
 * @param counts of the rows as they are
 * @param evidence what was seen in the rows up to now
 */
public record IdentifierColumn(DraftCounts counts, ColumnEvidence evidence) {

    /** A column of which nothing is known. No repair that depends on the column is offered. */
    public static final IdentifierColumn UNKNOWN = new IdentifierColumn(DraftCounts.NONE, ColumnEvidence.NONE);

    /**
     * By chance a zero fits one IMEI in ten, and this many IMEIs in one list of a thousand. This many are enough if
     * they begin with 1.
     */
    private static final int BEYOND_CHANCE = 3;

    /**
     * By chance a zero fits this many IMEIs in one list of a million. This many are enough if they begin with another
     * digit, and no IMEI begins with 1.
     */
    private static final int BEYOND_DOUBT = 6;

    /** In the evidence: a zero fits some IMEI that begins with 1, see {@link ColumnEvidence}. */
    private static final String LOST_BEFORE_ONE = "+1";

    /** Beyond this many standard deviations some rows of a list have lost zeros. */
    private static final int SUSPICIOUS = 4;

    /** Within this many standard deviations a list lacks only check digits. */
    private static final int USUAL = 3;

    /** Some systems cut texts at a width. Hardly any column is narrower than this. */
    private static final int NARROWEST_COLUMN = 8;

    /**
     * Whether IMEIs of 14 digits are invalid here: if others have 15, or if a zero before them makes the check digit
     * right in all of them or in far more than by chance. Looks at the rows as they are now, so that a draft has the
     * same faults as if it were imported again.
     */
    public boolean refusesShortImeis() {
        int fits = counts.zeroImeis();
        int all = counts.shortImeis();
        return all > 0 && (hasFullImeis() || fits == all || !isByChance(all, fits, SUSPICIOUS));
    }

    /** Whether some IMEIs have 15 digits. */
    boolean hasFullImeis() {
        return counts.fullImeis() > 0;
    }

    /**
     * Whether an IMEI of 14 digits that a zero fits has lost this zero: if the zero fits all IMEIs of 14 digits, and
     * not by chance. Fewer rows are enough if they begin with 1: no IMEI does, so the 1 comes from 01 (GSMA TS.06).
     * Among IMEIs of 15 digits one such row is enough. An IMEI that still begins with a zero was never taken for a
     * number.
     */
    boolean hasLostZero(String fourteen) {
        boolean fitsAll = counts.shortImeis() > 0 && counts.zeroImeis() == counts.shortImeis();
        boolean isLossLikely = 2L * evidence.zeroImeis() >= evidence.shortImeis();
        return fitsAll && isLossLikely && fourteen.charAt(0) != '0' && evidence.zeroImeis() >= rowsNeeded(fourteen);
    }

    private int rowsNeeded(String fourteen) {
        boolean isKnown = isOfKnownKind(fourteen);
        if (fourteen.charAt(0) != '1') {
            boolean isOther = evidence.imeiPrefixes().contains(LOST_BEFORE_ONE);
            return isKnown || isOther ? Integer.MAX_VALUE : BEYOND_DOUBT;
        }
        if (isKnown) {
            return BEYOND_DOUBT;
        }
        return hasFullImeis() ? 1 : BEYOND_CHANCE;
    }

    /**
     * Whether an IMEI of 14 digits lacks its check digit: if others have 15 digits, the column did not lose zeros, and
     * either the zero does not fit this IMEI, or the column has others of its kind that cannot have lost a zero.
     */
    boolean lacksCheckDigit(String fourteen, boolean fitsWithZero) {
        boolean isUsual = isByChance(evidence.shortImeis(), evidence.zeroImeis(), USUAL);
        return hasFullImeis() && isUsual && (!fitsWithZero || isOfKnownKind(fourteen));
    }

    /**
     * Whether serial numbers can have lost leading zeros: if no number has kept them, and the numbers were not all cut
     * at the same width.
     */
    boolean mayHaveLostZeros() {
        boolean isOneWidth = evidence.shortestNumber() == evidence.longestNumber();
        return !evidence.keptZeros() && !(isOneWidth && evidence.shortestNumber() >= NARROWEST_COLUMN);
    }

    /** Whether others that cannot have lost a zero begin with the same digits. */
    private boolean isOfKnownKind(String fourteen) {
        return evidence.imeiPrefixes().contains(fourteen.substring(0, 2));
    }

    /** Whether no more than a tenth of all fits, within some standard deviations of the binomial distribution. */
    private static boolean isByChance(int all, int fits, int deviations) {
        return fits - 0.1 * all <= deviations * Math.sqrt(0.1 * 0.9 * all);
    }
}
