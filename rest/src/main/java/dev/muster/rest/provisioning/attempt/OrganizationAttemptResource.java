package dev.muster.rest.provisioning.attempt;

import dev.muster.ejb.provisioning.attempt.AttemptService;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The provisioning attempts as an organization sees them. */
@Path("organizations/{organizationId}/attempts")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attempts")
@SecurityRequirement(name = ApiApplication.BEARER)
public class OrganizationAttemptResource {

    @Inject
    private AttemptService attempts;

    @Inject
    private ApiCaller caller;

    @GET
    @Operation(
            summary = "Verified attempts for identifiers of the organization, newest first",
            description = AttemptQuery.DESCRIPTION)
    public Listing<AttemptJson> listOrganizationAttempts(
            @PathParam("organizationId") UUID organizationId, @BeanParam AttemptQuery query, @BeanParam Paging paging) {
        return Listing.of(
                attempts.ofOrganization(caller.get(), organizationId, query.filter(), paging.request()),
                AttemptJson::forOrganization);
    }
}
