package dev.muster.ejb.shared;

import dev.muster.domain.shared.ProblemException;
import java.util.Collection;

/** How many things can be done with in one call. */
public final class Selection {

    /** As many as the longest page of a list has. */
    private static final int MOST = 500;

    private Selection() {}

    /** @throws ProblemException {@code validation-failed} where there are none, or too many */
    public static void require(Collection<?> selected) {
        if (selected.isEmpty() || selected.size() > MOST) {
            throw ProblemException.invalid(
                    selected.size() + " were named; at least one and at most " + MOST + " can be at once.");
        }
    }
}
