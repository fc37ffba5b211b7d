package dev.muster.rest.shared;

import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters {@code page} and {@code size} of every list. */
public class Paging {

    @QueryParam("page")
    @Parameter(description = "Which page, from 0", schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0"))
    private String page;

    @QueryParam("size")
    @Parameter(
            description = "Items on a page, at most 500",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50"))
    private String size;

    /** @throws ProblemException {@code validation-failed} where one of them is no number or out of its bounds */
    public PageRequest request() {
        return new PageRequest(Numbers.parse("page", page, 0), Numbers.parse("size", size, PageRequest.DEFAULT_SIZE));
    }
}
