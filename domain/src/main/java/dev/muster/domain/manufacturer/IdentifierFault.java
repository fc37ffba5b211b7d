package dev.muster.domain.manufacturer;

/** A fault of a single identifier, in the order of the checks. */
public enum IdentifierFault {
    /** Nothing but blanks. */
    BLANK,
    /** More than {@link IdentifierRules#MAX_LENGTH} characters. */
    TOO_LONG,
    /** Invisible characters, or a blank other than U+0020. */
    UNPRINTABLE,
    /** Letters of two scripts, or characters that only look like a letter. */
    LOOKALIKE,
    /** Not in the manufacturer's scheme. */
    SCHEME_MISMATCH,
    /** An IMEI whose last digit does not fit the others. */
    CHECK_DIGIT
}
