package dev.muster.rest.transparency;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.transparency.LogFilter;
import dev.muster.ejb.transparency.LogExportService;
import dev.muster.ejb.transparency.LogService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The leaves of the transparency log, for those who run the platform. */
@Path("log")
@RequestScoped
@Authenticated
@Tag(name = "Log")
@SecurityRequirement(name = ApiApplication.BEARER)
public class LogResource {

    /** Lines of JSON (https://jsonlines.org). */
    static final String LINES = "application/jsonl";

    private static final String FILE = "attachment; filename=\"log.jsonl\"";

    @Inject
    private LogService log;

    @Inject
    private LogExportService export;

    @Inject
    private ApiCaller caller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The leaves of the transparency log, newest first; an operator sees of a tenant's leaf only when,"
                    + " what and in which tenant",
            description = LogQuery.DESCRIPTION)
    public Listing<LeafJson> listLog(@BeanParam LogQuery query, @BeanParam Paging paging) {
        return Listing.of(log.list(caller.get(), query.filter(), paging.request()), LeafJson::of);
    }

    @GET
    @Path("export")
    @Produces(LINES)
    @Operation(summary = "Export the transparency log", description = LogExportQuery.DESCRIPTION)
    public Response exportLog(@BeanParam LogExportQuery query) {
        Caller administrator = caller.get();
        administrator.requireAdministrator();
        LogFilter filter = query.filter();
        return file(target -> export.write(administrator, filter, target));
    }

    static Response file(StreamingOutput file) {
        return Response.ok(file, LINES)
                .header(HttpHeaders.CONTENT_DISPOSITION, FILE)
                .build();
    }
}
