package dev.muster.rest.organization;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.ejb.organization.OrganizationService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Created;
import dev.muster.rest.shared.JsonBody;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Organizations: an administrator makes and lists them; a manager reads and changes its own. */
@Path("organizations")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organizations")
@SecurityRequirement(name = ApiApplication.BEARER)
public class OrganizationResource {

    @Inject
    private OrganizationService organizations;

    @Inject
    private ApiCaller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make an organization")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewOrganization")))
    public Response createOrganization(InputStream body) {
        caller.get().requireAdministrator();
        NewOrganization wanted = NewOrganization.from(JsonBody.read(body, "name"));
        Organization organization = organizations.create(caller.get(), wanted.name());
        return Created.at("organizations/" + organization.id(), OrganizationJson.of(organization));
    }

    @GET
    @Operation(summary = "List the organizations")
    public Listing<OrganizationJson> listOrganizations(
            @QueryParam("search") @Parameter(description = "A part of the name, ignoring case") String search,
            @BeanParam Paging paging) {
        return Listing.of(organizations.list(caller.get(), search, paging.request()), OrganizationJson::of);
    }

    @GET
    @Path("{organizationId}")
    @Operation(summary = "Your own organization")
    public OrganizationJson getOrganization(@PathParam("organizationId") UUID id) {
        return OrganizationJson.of(organizations.get(caller.get(), id));
    }

    @PATCH
    @Path("{organizationId}")
    @Consumes({MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
    @Operation(summary = "Set what a second valid proof does for the devices of your organization")
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "OrganizationUpdate")))
    public OrganizationJson changeOrganization(@PathParam("organizationId") UUID id, InputStream body) {
        caller.get().requireOrganization(id);
        ReprovisioningPolicy policy = ChangedOrganization.read(body).reprovisioningPolicy();
        return OrganizationJson.of(organizations.reprovisionBy(caller.get(), id, policy));
    }

    /** The organization to make. */
    @Schema(name = "NewOrganization")
    public record NewOrganization(String name) {

        static NewOrganization from(JsonBody body) {
            return new NewOrganization(body.text("name"));
        }
    }

    /** The changes of an organization. */
    @Schema(name = "OrganizationUpdate")
    public record ChangedOrganization(ReprovisioningPolicy reprovisioningPolicy) {

        static ChangedOrganization read(InputStream body) {
            JsonBody json = JsonBody.read(body, "reprovisioningPolicy");
            return new ChangedOrganization(json.constant("reprovisioningPolicy", ReprovisioningPolicy.class, null));
        }
    }

    /**
     * An organization.
     *
     * @param reprovisioningPolicy what a second valid proof does if the device's import has no policy of its own
     */
    @Schema(name = "Organization")
    @JsonbPropertyOrder({"id", "name", "reprovisioningPolicy", "createdAt"})
    public record OrganizationJson(UUID id, String name, ReprovisioningPolicy reprovisioningPolicy, Instant createdAt) {

        static OrganizationJson of(Organization organization) {
            return new OrganizationJson(
                    organization.id(),
                    organization.name(),
                    organization.reprovisioningPolicy(),
                    organization.createdAt());
        }
    }
}
