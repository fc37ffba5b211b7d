package dev.muster.rest.enrollment.row;

import dev.muster.ejb.enrollment.InvalidRowService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What becomes of the invalid rows of a draft, told beforehand. */
@Path("organizations/{organizationId}/imports/{importId}/impact")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@SecurityRequirement(name = ApiApplication.BEARER)
public class ImpactResource {

    @Inject
    private InvalidRowService rows;

    @Inject
    private CurrentCaller caller;

    @GET
    @Operation(
            summary = "Count what deleting the invalid rows or committing the valid rows would do; 409 if the import is"
                    + " no draft",
            description = "Rows with the same identifier or the same name are all invalid, so all of them would go."
                    + " keepFirst counts what happens if the first row of each group without another fault stays.")
    public InvalidRowsJson count(
            @PathParam("organizationId") UUID organizationId, @PathParam("importId") UUID importId) {
        return InvalidRowsJson.of(rows.count(caller.get(), organizationId, importId));
    }
}
