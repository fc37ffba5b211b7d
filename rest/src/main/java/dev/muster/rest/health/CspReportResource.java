package dev.muster.rest.health;

import dev.muster.domain.shared.CountedLine;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.RateLimit;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.rest.security.Published;
import dev.muster.rest.security.TrustedProxies;
import dev.muster.rest.shared.BoundedBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Takes what browsers report about the content security policy of the portal's pages. It keeps nothing but a line in
 * the log, at most one in ten seconds.
 */
@Path("csp-reports")
@ApplicationScoped
@Published
@Tag(name = "Browsers")
public class CspReportResource {

    private static final Logger LOG = Logger.getLogger(CspReportResource.class.getName());

    private static final String CSP_REPORT = "application/csp-report";

    private static final String REPORTS = "application/reports+json";

    /** A report repeats the policy, and a browser sends a few together. */
    private static final int MAX_BYTES = 32 * 1024;

    private static final int OF_SOURCE_PER_MINUTE = 60;

    private static final int SOURCES = 10_000;

    private final RateLimit<String> rate = new RateLimit<>(OF_SOURCE_PER_MINUTE, SOURCES);

    private final CountedLine line = new CountedLine(System::nanoTime);

    @Inject
    private TrustedProxies proxies;

    /**
     * Reports beyond the rate of one source are not read.
     *
     * @throws ProblemException {@code body-too-large}, {@code malformed-request}
     */
    @POST
    @Consumes({CSP_REPORT, REPORTS, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Takes a browser's report about the content security policy of a page",
            description = "Browsers send it by themselves. It needs no login. The server writes a line to its log, at"
                    + " most one in ten seconds, and keeps nothing else.")
    @RequestBody(
            description = "One report, or a list of reports (Reporting API)",
            content = @Content(mediaType = CSP_REPORT, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "204", description = "The server has read the report, or has too many of this address")
    public void report(@Context HttpServletRequest request, InputStream body) {
        if (rate.admits(proxies.sourceOf(request), System.nanoTime())) {
            read(BoundedBody.read(body, MAX_BYTES)).forEach(this::note);
        }
    }

    private static List<CspViolation> read(byte[] body) {
        try {
            return CspViolation.read(body);
        } catch (MalformedRequestException e) {
            throw new ProblemException(e.code(), e.getMessage());
        }
    }

    private void note(CspViolation violation) {
        line.note()
                .ifPresent(count -> LOG.log(
                        Level.WARNING,
                        "A browser has blocked something on a page ({0} reports since this was last said): {1} on {2},"
                                + " blocked {3}",
                        new Object[] {count, violation.directive(), violation.page(), violation.blocked()}));
    }
}
