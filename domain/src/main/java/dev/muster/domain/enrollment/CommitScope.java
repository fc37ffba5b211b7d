package dev.muster.domain.enrollment;

/** Which rows of a draft become enrollments. */
public enum CommitScope {
    /** All rows, or none if one is invalid. */
    ALL_ROWS,
    /** The valid rows. The other rows become a new draft. */
    VALID_ROWS,
    /**
     * The valid rows, and the first of each group of duplicates ({@link DuplicateChoice}). The other rows become a new
     * draft.
     */
    VALID_ROWS_AND_FIRST_OF_EACH
}
