package dev.muster.rest.enrollment;

import dev.muster.domain.enrollment.file.ImportTemplate;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An empty import file. */
@Path("organizations/{organizationId}/imports/template.csv")
@RequestScoped
@Authenticated
@Tag(name = "Imports")
@SecurityRequirement(name = ApiApplication.BEARER)
public class TemplateResource {

    @Inject
    private ApiCaller caller;

    @GET
    @Operation(summary = "An import file without rows")
    public Response getImportTemplate(@PathParam("organizationId") UUID organizationId) {
        caller.get().requireOrganizationReader(organizationId);
        return Response.ok(ImportTemplate.bytes(), ImportTemplate.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + ImportTemplate.FILE_NAME + "\"")
                .build();
    }
}
