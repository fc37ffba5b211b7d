package dev.muster.rest.provisioning.attempt;

import dev.muster.domain.provisioning.attempt.AttemptFilter;
import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.domain.shared.ProblemException;
import dev.muster.rest.shared.QueryParameters;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The query parameters that filter attempts. They are not annotated for the API's description, as those of
 * {@code Paging} are not; the operations describe them.
 */
public class AttemptQuery {

    /** For people, in the API's description. */
    static final String DESCRIPTION = """
            Filters, all of them optional: outcome (provisioned, rotated, approval-pending or a problem code), identifier (in any
            spelling), certificate (its id), source (an address as listed), from and to (times in UTC; from is included, to is not),
            id (an attempt's id, or a problem's instance as it is),
            search (a part of the identifier or the source, or the identifier in any spelling). The total ends at 10000, and so do the pages.""";

    private static final String URN = "urn:uuid:";

    @QueryParam("outcome")
    private String outcome;

    @QueryParam("identifier")
    private String identifier;

    @QueryParam("certificate")
    private String certificate;

    @QueryParam("source")
    private String source;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    @QueryParam("id")
    private String id;

    @QueryParam("search")
    private String search;

    /** @throws ProblemException {@code validation-failed} if a value is not valid */
    AttemptFilter filter() {
        return new AttemptFilter(
                outcome(),
                QueryParameters.exact("identifier", identifier),
                QueryParameters.id("certificate", certificate),
                QueryParameters.exact("source", source),
                time("from", from),
                time("to", to),
                id(),
                search);
    }

    private AttemptOutcome outcome() {
        if (outcome == null) {
            return null;
        }
        return AttemptOutcome.named(outcome)
                .orElseThrow(() -> ProblemException.invalid("The query parameter outcome must be one of "
                        + Arrays.stream(AttemptOutcome.values())
                                .map(AttemptOutcome::code)
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    /** Reads the {@code instance} of a problem, or only the id in it. */
    private UUID id() {
        if (id == null) {
            return null;
        }
        String plain = id.regionMatches(true, 0, URN, 0, URN.length()) ? id.substring(URN.length()) : id;
        return QueryParameters.id("id", plain);
    }

    private static Instant time(String name, String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(
                    "The query parameter " + name + " must be a time in UTC such as 2026-03-01T10:00:00Z.");
        }
    }
}
