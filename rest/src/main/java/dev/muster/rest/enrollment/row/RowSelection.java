package dev.muster.rest.enrollment.row;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.enrollment.row.RowFilter;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.row.RowQuery;
import dev.muster.rest.shared.QueryParameters;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The query parameters that choose and sort the rows of an import. They are not annotated for the API's description, as
 * {@link dev.muster.rest.shared.Paging} is not; the operation describes them.
 */
public class RowSelection {

    @QueryParam("invalid")
    private String invalid;

    @QueryParam("contains")
    private String contains;

    @QueryParam("search")
    private String search;

    @QueryParam("fault")
    private String fault;

    @QueryParam("sort")
    private String sort;

    RowQuery query(PageRequest page) {
        boolean descending = sort != null && sort.startsWith("-");
        Column column = sort == null ? null : column(descending ? sort.substring(1) : sort);
        return new RowQuery(
                page,
                new RowFilter(
                        QueryParameters.flag("invalid", invalid),
                        QueryParameters.search(search, "contains", contains),
                        fault == null ? null : fault(fault)),
                column,
                descending);
    }

    /** @throws ProblemException {@code validation-failed} if there is no such kind of fault */
    static FaultKind fault(String text) {
        return FaultKind.parse(text)
                .orElseThrow(() -> ProblemException.invalid(
                        "A fault is a column, a colon and the code of a fault, such as deviceType:unknown-type."));
    }

    private static Column column(String header) {
        return Column.ofHeader(header)
                .orElseThrow(() -> ProblemException.invalid("The query parameter sort must be one of "
                        + Arrays.stream(Column.values()).map(Column::header).collect(Collectors.joining(", "))
                        + ", with a minus before it in descending order."));
    }
}
