package dev.muster.rest.enrollment;

import dev.muster.domain.enrollment.file.ImportTemplate;
import dev.muster.domain.shared.Caller;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.ejb.enrollment.ReportService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The file of an import with the result of each row. */
@Path("organizations/{organizationId}/imports/{importId}/report.csv")
@RequestScoped
@Authenticated
@Tag(name = "Imports")
@SecurityRequirement(name = ApiApplication.BEARER)
public class ReportResource {

    @Inject
    private ImportService imports;

    @Inject
    private ReportService reports;

    @Inject
    private ApiCaller caller;

    @GET
    @Operation(summary = "The rows as a file, with the columns status and errors; it can be imported again")
    public Response getImportReport(
            @PathParam("organizationId") UUID organizationId, @PathParam("importId") UUID importId) {
        Caller manager = caller.get();
        imports.get(manager, organizationId, importId);
        StreamingOutput file = target -> reports.write(manager, organizationId, importId, target);
        return Response.ok(file, ImportTemplate.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report.csv\"")
                .build();
    }
}
