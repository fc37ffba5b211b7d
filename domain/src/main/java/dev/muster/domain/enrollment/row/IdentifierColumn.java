package dev.muster.domain.enrollment.row;

/**
 * The identifiers of one import as a whole. What a spreadsheet or a system did, it did to all cells alike, so the column
 * says what one cell cannot: whether IMEIs of 14 digits lost a zero or their check digit, and whether serial numbers lost
 * zeros. A repair that fits some cells by chance is none. See ADR 012.
 *
 * @param counts of the rows as they are
 * @param evidence what was seen in the rows up to now
 */
public record IdentifierColumn(DraftCounts counts, ColumnEvidence evidence) {

    /** A column of which nothing is known: no repair depends on it. */
    public static final IdentifierColumn UNKNOWN = new IdentifierColumn(DraftCounts.NONE, ColumnEvidence.NONE);

    /** By chance a zero fits one IMEI of ten, and as many as this in one list of a thousand: enough if they begin with 1. */
    private static final int BEYOND_CHANCE = 3;

    /** The same in one list of a million: enough if they begin with another digit, and none with 1. */
    private static final int BEYOND_DOUBT = 6;

    /** The evidence that a zero fits some IMEI that begins with 1, see {@link ColumnEvidence}. */
    private static final String LOST_BEFORE_ONE = "+1";

    /** Standard deviations beyond which some rows of a list have lost zeros. */
    private static final int SUSPICIOUS = 4;

    /** Standard deviations within which a list lacks check digits and nothing else. */
    private static final int USUAL = 3;

    /** Texts are cut at a width; hardly any column is narrower. */
    private static final int NARROWEST_COLUMN = 8;

    /**
     * Whether IMEIs of 14 digits are invalid here: others have 15, or a zero before them makes the check digit right in
     * all of them, or in far more than by chance. By the rows as they are now, so that a draft is as if it were imported
     * again.
     */
    public boolean refusesShortImeis() {
        int fits = counts.zeroImeis();
        int all = counts.shortImeis();
        return all > 0 && (hasFullImeis() || fits == all || !isByChance(all, fits, SUSPICIOUS));
    }

    /** Whether others have 15 digits. */
    boolean hasFullImeis() {
        return counts.fullImeis() > 0;
    }

    /**
     * Whether an IMEI of 14 digits, with which a zero fits, has lost it: the zero fits all that there are, and not by
     * chance. Fewer are enough if they begin as no IMEI does: a first digit 1 comes of 01 (GSMA TS.06); among full ones
     * one is. What still begins with a zero was never taken for a number.
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
     * Whether an IMEI of 14 digits lacks its check digit: the column did not lose zeros, and the zero does not fit this one,
     * or the column has others of its kind that cannot have lost one.
     */
    boolean lacksCheckDigit(String fourteen, boolean fitsWithZero) {
        boolean isUsual = isByChance(evidence.shortImeis(), evidence.zeroImeis(), USUAL);
        return hasFullImeis() && isUsual && (!fitsWithZero || isOfKnownKind(fourteen));
    }

    /**
     * Whether serial numbers can have lost leading zeros: none has kept them, and they were not all cut at the same
     * width.
     */
    boolean mayHaveLostZeros() {
        boolean isOneWidth = evidence.shortestNumber() == evidence.longestNumber();
        return !evidence.keptZeros() && !(isOneWidth && evidence.shortestNumber() >= NARROWEST_COLUMN);
    }

    /** Whether others begin like it that cannot have lost a zero. */
    private boolean isOfKnownKind(String fourteen) {
        return evidence.imeiPrefixes().contains(fourteen.substring(0, 2));
    }

    /** Whether a tenth of them fits, give or take some standard deviations of the binomial distribution. */
    private static boolean isByChance(int all, int fits, int deviations) {
        return fits - 0.1 * all <= deviations * Math.sqrt(0.1 * 0.9 * all);
    }
}
