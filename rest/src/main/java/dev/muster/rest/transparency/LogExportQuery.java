package dev.muster.rest.transparency;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.transparency.LogFilter;
import jakarta.ws.rs.QueryParam;

/** The query parameters that filter an export of leaves. */
public class LogExportQuery {

    /** For people, in the API's description. */
    static final String DESCRIPTION = """
            A file of lines of JSON that verify-log checks without a network (docs/transparency-log.md). Filters, all of them optional:
            act (such as user-disabled), from and to (times with their offsets; from is included, to is not). If the whole log is exported
            and only times are given, the file has all leaves from the first to the last leaf of these times, so that no leaf is
            missing between them.""";

    @QueryParam("act")
    private String act;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    /** @throws ProblemException {@code validation-failed} if a value is not valid */
    LogFilter filter() {
        return new LogFilter(LogQuery.act(act), LogQuery.time("from", from), LogQuery.time("to", to), null, null, null);
    }
}
