package dev.muster.domain.provisioning.attempt;

import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;

/**
 * The bound for counting and paging the log of attempts: nobody would wait for a count of millions on every page. A
 * filter finds the attempts beyond the bound.
 */
public final class AttemptPage {

    /** The most attempts that a listing counts; this total means: as many or more. */
    public static final int MAX_COUNTED = 10_000;

    private AttemptPage() {}

    /** @throws ProblemException {@code validation-failed} if the page lies beyond the bound */
    public static PageRequest within(PageRequest request) {
        if (request.offset() >= MAX_COUNTED) {
            throw ProblemException.invalid("You can page through the first " + MAX_COUNTED
                    + " attempts only; set an end time or another filter to see others.");
        }
        return request;
    }
}
