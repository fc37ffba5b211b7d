package dev.muster.rest.shared;

import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import jakarta.ws.rs.QueryParam;

/** The query parameter {@code size} of a call that tells of pages and returns none. Not annotated, as {@link Paging} is not. */
public class PageSize {

    @QueryParam("size")
    private String size;

    /** @throws ProblemException {@code validation-failed} if it is no number or out of its bounds */
    public int rows() {
        return new PageRequest(0, QueryParameters.integer("size", size, PageRequest.DEFAULT_SIZE)).size();
    }
}
