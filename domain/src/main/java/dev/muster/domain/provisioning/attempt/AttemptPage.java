package dev.muster.domain.provisioning.attempt;

import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;

/**
 * How far the log of attempts is counted and paged: counting millions for every page would take longer than anybody
 * waits. What lies beyond is found by a filter.
 */
public final class AttemptPage {

    /** Attempts that a listing tells apart; a total of so many means: as many or more. */
    public static final int MAX_COUNTED = 10_000;

    private AttemptPage() {}

    /** @throws ProblemException {@code validation-failed} where the page lies beyond what is counted */
    public static PageRequest within(PageRequest request) {
        if (request.offset() >= MAX_COUNTED) {
            throw ProblemException.invalid("Only the first " + MAX_COUNTED
                    + " attempts can be paged through; name a time to end with, or another filter, to see others.");
        }
        return request;
    }
}
