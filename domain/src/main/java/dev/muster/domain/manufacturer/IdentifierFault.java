package dev.muster.domain.manufacturer;

/** What can be wrong with an identifier by itself, in the order in which it is looked for. */
public enum IdentifierFault {
    /** Nothing but blanks. */
    BLANK,
    /** More than {@link IdentifierRules#MAX_LENGTH} characters. */
    TOO_LONG,
    /** Characters that do not show, or a blank other than the plain one. */
    UNPRINTABLE,
    /** Letters of two scripts, or forms of a letter that only look like it. */
    LOOKALIKE,
    /** Not what the manufacturer's scheme says. */
    SCHEME_MISMATCH,
    /** An IMEI whose last digit does not fit the others. */
    CHECK_DIGIT
}
