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

/** How the fleet of an organization is doing. */
@Path("organizations/{organizationId}/overview")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Overview")
@SecurityRequirement(name = ApiApplication.BEARER)
public class OrganizationOverviewResource {

    @Inject
    private OverviewService overviews;

    @Inject
    private ApiCaller caller;

    @GET
    @Operation(
            summary = "How many devices are expected, joined, silent and invalidated, what happened lately, and what"
                    + " needs attention",
            description = "All numbers are counted in advance; silent devices are counted once a minute. Bars are of"
                    + " hours and days in UTC, without a gap, the oldest first; the last one is not over.")
    public OrganizationOverviewJson getOrganizationOverview(@PathParam("organizationId") UUID organizationId) {
        return OrganizationOverviewJson.of(overviews.ofOrganization(caller.get(), organizationId));
    }
}
