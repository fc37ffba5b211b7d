package dev.muster.rest.shared;

import dev.muster.domain.shared.ProblemException;

/** The query parameter {@code search} of lists that had another name for it before; both stay. */
public final class SearchOrName {

    private SearchOrName() {}

    /**
     * What is searched for.
     *
     * @param other the older parameter
     * @param value of the older parameter; null if it is missing
     * @return null if both are missing
     * @throws ProblemException {@code validation-failed} if both are there
     */
    public static String of(String search, String other, String value) {
        if (search != null && value != null) {
            throw ProblemException.invalid(
                    "The query parameters search and " + other + " mean the same; send one of them.");
        }
        return search == null ? value : search;
    }
}
