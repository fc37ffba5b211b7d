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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The leaves of the transparency log that belong to one organization. */
@Path("organizations/{organizationId}/log")
@RequestScoped
@Authenticated
@Tag(name = "Log")
@SecurityRequirement(name = ApiApplication.BEARER)
public class OrganizationLogResource {

    @Inject
    private LogService log;

    @Inject
    private LogExportService export;

    @Inject
    private ApiCaller caller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The organization's leaves of the transparency log, newest first",
            description = LogQuery.DESCRIPTION)
    public Listing<LeafJson> listOrganizationLog(
            @PathParam("organizationId") UUID organizationId, @BeanParam LogQuery query, @BeanParam Paging paging) {
        return Listing.of(
                log.ofOrganization(caller.get(), organizationId, query.filter(), paging.request()), LeafJson::of);
    }

    @GET
    @Path("export")
    @Produces(LogResource.LINES)
    @Operation(
            summary = "Export the organization's leaves, each with its proof",
            description = LogExportQuery.DESCRIPTION)
    public Response exportOrganizationLog(
            @PathParam("organizationId") UUID organizationId, @BeanParam LogExportQuery query) {
        Caller reader = caller.get();
        reader.requireOrganizationReader(organizationId);
        LogFilter filter = query.filter();
        return LogResource.file(target -> export.ofOrganization(reader, organizationId, filter, target));
    }
}
