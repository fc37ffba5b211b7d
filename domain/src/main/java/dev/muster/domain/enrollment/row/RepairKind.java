package dev.muster.domain.enrollment.row;

/**
 * How a faulty cell can be repaired. Each kind can be applied to all cells of a column with the same fault: it does the
 * same to each cell, and the new text is each cell's own.
 */
public enum RepairKind {
    /**
     * For an IMEI or a serial number that was taken for a number: it fits with a certain count of {@code 0} before it.
     */
    LEADING_ZERO("Put the lost leading zeros back"),
    /** For an IMEI of 14 digits among IMEIs of 15: the fifteenth is calculated (3GPP TS 23.003 annex B). */
    CHECK_DIGIT("Add the check digit"),
    /** For an IMEI with separators, or with a label before it. */
    DIGITS_ALONE("Remove blanks and signs"),
    /** For a MAC address in a spelling that the scheme does not accept. */
    MAC_FORM("Write as a MAC address"),
    /** Removes what a spreadsheet or a program wrote around the text or into the number. */
    TEXT_INSIDE("Keep only the text inside"),
    WITHOUT_APOSTROPHE("Remove the leading '"),
    WITHOUT_BLANKS("Remove the blanks"),
    UPPER_CASE("Write in upper case"),
    LOWER_CASE("Write in lower case"),
    /** Removes invisible characters from an identifier. */
    VISIBLE_CHARACTERS("Remove invisible characters"),
    /** Replaces letters that only look like Latin letters. */
    PLAIN_LETTERS("Write in plain letters"),
    /** Replaces each line break or other control character of a name with a blank. */
    PLAIN_BLANKS("Replace invisible characters with blanks"),
    IDENTIFIER_AS_NAME("Use the identifier as the name"),
    IDENTIFIER_ADDED("Add the identifier to the name"),
    /** For a device type that is misspelled, but clear. */
    MEANT_TYPE("Write the type that is meant"),
    EMPTY("Clear the cell");

    private final String label;

    RepairKind(String label) {
        this.label = label;
    }

    /** The label of the button that does this to one cell or to many. */
    public String label() {
        return label;
    }
}
