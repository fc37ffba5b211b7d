package dev.muster.rest.shared;

import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import jakarta.ws.rs.QueryParam;

/**
 * The query parameter {@code size} of a call that counts pages and returns no page. It is not annotated, as
 * {@link Paging} is not.
 */
public class PageSize {

    @QueryParam("size")
    private String size;

    /** @throws ProblemException {@code validation-failed} if it is not a number or out of its bounds */
    public int rows() {
        return new PageRequest(0, QueryParameters.integer("size", size, PageRequest.DEFAULT_SIZE)).size();
    }
}
