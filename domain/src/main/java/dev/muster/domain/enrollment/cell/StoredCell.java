package dev.muster.domain.enrollment.cell;

import dev.muster.domain.shared.ProblemException;

/** What a cell must be so that it can be stored at all, whatever its column says of it. */
public final class StoredCell {

    /** How many characters of a cell the database stores, and a file may have. */
    public static final int MAX_LENGTH = 1_024;

    private StoredCell() {}

    /**
     * Requires that a text can be stored: PostgreSQL stores no NUL in a text.
     *
     * @throws ProblemException {@code validation-failed} if it cannot
     */
    public static void require(String cell) {
        if (cell.length() > MAX_LENGTH) {
            throw ProblemException.invalid(
                    "A cell of " + cell.length() + " characters was sent. At most " + MAX_LENGTH + " are allowed.");
        }
        if (cell.indexOf('\0') >= 0) {
            throw ProblemException.invalid("A cell has a NUL character in it. Type it again.");
        }
    }
}
