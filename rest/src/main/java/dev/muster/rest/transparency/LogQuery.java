package dev.muster.rest.transparency;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LogFilter;
import dev.muster.rest.shared.QueryParameters;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The query parameters that filter leaves. They are not annotated for the API's description, as those of {@code Paging}
 * are not; the operations describe them.
 */
public class LogQuery {

    /** For people, in the API's description. */
    static final String DESCRIPTION = """
            Filters, all of them optional: act (such as user-disabled), from and to (times with their offsets; from is included, to is
            not), by and object (as in the answer, such as user:<id>), search (a part of what the leaf says, such as an id). The total ends at 10000, and so do the pages.""";

    @QueryParam("act")
    private String act;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    @QueryParam("by")
    private String by;

    @QueryParam("object")
    private String object;

    @QueryParam("search")
    private String search;

    /** @throws ProblemException {@code validation-failed} if a value is not valid */
    LogFilter filter() {
        return new LogFilter(
                act(act),
                time("from", from),
                time("to", to),
                reference("by", by),
                reference("object", object),
                null,
                search,
                null);
    }

    static String act(String code) {
        if (code != null && Act.named(code).isEmpty()) {
            throw ProblemException.invalid("The query parameter act must be one of "
                    + Arrays.stream(Act.values()).map(Act::code).collect(Collectors.joining(", ")) + ".");
        }
        return code;
    }

    static Instant time(String name, String text) {
        return text == null ? null : QueryParameters.time(name, text);
    }

    private static String reference(String name, String text) {
        if (text != null && !LogFilter.isReference(text)) {
            throw ProblemException.invalid(
                    "The query parameter " + name + " must be a kind and an id, such as user:<id>.");
        }
        return text;
    }
}
