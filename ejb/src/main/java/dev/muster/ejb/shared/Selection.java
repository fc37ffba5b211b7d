package dev.muster.ejb.shared;

import dev.muster.domain.shared.ProblemException;
import java.util.Collection;

/** The limit of how many items one call can change. */
public final class Selection {

    /** The size of the longest page of a list. */
    private static final int MOST = 500;

    private Selection() {}

    /** @throws ProblemException {@code validation-failed} if there are none or too many */
    public static void require(Collection<?> selected) {
        if (selected.isEmpty() || selected.size() > MOST) {
            throw ProblemException.invalid(
                    selected.size() + " items were named; name at least 1 and at most " + MOST + ".");
        }
    }
}
