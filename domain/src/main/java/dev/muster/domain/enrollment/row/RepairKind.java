package dev.muster.domain.enrollment.row;

/**
 * How a faulty cell can be mended. One act on all cells of a column with the same fault makes sense for each: what is
 * done is the same, what comes out is each cell's own.
 */
public enum RepairKind {
    /** An IMEI or a serial number that was taken for a number: with as many {@code 0} before it, it fits. */
    LEADING_ZERO("Put the lost leading zeros back"),
    /** An IMEI of 14 digits among full ones: the fifteenth is reckoned (3GPP TS 23.003 annex B). */
    CHECK_DIGIT("Add the check digit"),
    /** An IMEI with separators or a label before it. */
    DIGITS_ALONE("Remove blanks and signs"),
    /** A MAC address in a spelling that is not taken. */
    MAC_FORM("Write as a MAC address"),
    /** What a spreadsheet or a program wrote around the text, or into the number, taken off. */
    TEXT_INSIDE("Take the text inside"),
    WITHOUT_APOSTROPHE("Remove the leading '"),
    WITHOUT_BLANKS("Remove the blanks"),
    UPPER_CASE("Write in capitals"),
    LOWER_CASE("Write in small letters"),
    /** Invisible characters taken out of an identifier. */
    VISIBLE_CHARACTERS("Remove what does not show"),
    /** Letters that only look like Latin ones replaced by these. */
    PLAIN_LETTERS("Write in plain letters"),
    /** A blank for each line break or other control character of a name. */
    PLAIN_BLANKS("Put blanks for what does not show"),
    IDENTIFIER_AS_NAME("Use the identifier as name"),
    IDENTIFIER_ADDED("Add the identifier to the name"),
    /** A device type that is misspelled, but plain. */
    MEANT_TYPE("Write the type that is meant"),
    EMPTY("Clear the cell");

    private final String label;

    RepairKind(String label) {
        this.label = label;
    }

    /** What a button says that does this to one cell or to many. */
    public String label() {
        return label;
    }
}
