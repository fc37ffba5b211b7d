package dev.muster.domain.enrollment;

/** Which rows of a draft a commit makes enrollments. */
public enum CommitScope {
    /** All of them, or none if one is invalid. */
    ALL_ROWS,
    /** The valid ones; the others stay as a new draft. */
    VALID_ROWS,
    /** The valid ones and the first of each group of duplicates, as {@link DuplicateChoice} says; the others stay. */
    VALID_ROWS_AND_FIRST_OF_EACH
}
