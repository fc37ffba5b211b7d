package dev.muster.rest.shared;

import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import jakarta.ws.rs.QueryParam;

/**
 * The query parameters {@code page} and {@code size} of every list. They are not annotated for the API's description:
 * Payara fails on parameters that are declared outside a resource, and then describes nothing.
 */
public class Paging {

    @QueryParam("page")
    private String page;

    @QueryParam("size")
    private String size;

    /** @throws ProblemException {@code validation-failed} if a value is not a number or out of its bounds */
    public PageRequest request() {
        return new PageRequest(
                QueryParameters.integer("page", page, 0),
                QueryParameters.integer("size", size, PageRequest.DEFAULT_SIZE));
    }
}
