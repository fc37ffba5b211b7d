package dev.muster.rest.overview;

import dev.muster.ejb.overview.OverviewService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
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

/** How a manufacturer's certificates are used. */
@Path("manufacturers/{manufacturerId}/overview")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Overview")
@SecurityRequirement(name = ApiApplication.BEARER)
public class ManufacturerOverviewResource {

    @Inject
    private OverviewService overviews;

    @Inject
    private ApiCaller caller;

    @GET
    @Operation(
            summary = "How many devices the certificates have proved, for how many organizations, and what happened"
                    + " lately",
            description = "certificates: the active ones with the most devices. Bars are of hours and days in UTC,"
                    + " without a gap, the oldest first; the last one is not over.")
    public ManufacturerOverviewJson getManufacturerOverview(@PathParam("manufacturerId") UUID manufacturerId) {
        return ManufacturerOverviewJson.of(overviews.ofManufacturer(caller.get(), manufacturerId));
    }
}
