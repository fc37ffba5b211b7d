package dev.muster.rest.enrollment.allowlist;

import dev.muster.domain.enrollment.allowlist.AllowedOrganization;
import dev.muster.domain.organization.Organization;
import dev.muster.ejb.enrollment.allowlist.AllowListService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.JsonBody;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.NamedId;
import dev.muster.rest.shared.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

/** The organizations that may enroll a manufacturer's identifiers while its enrollment is ALLOWED_ORGANIZATIONS. */
@Path("manufacturers/{manufacturerId}/allowed-organizations")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Manufacturers")
@SecurityRequirement(name = ApiApplication.BEARER)
public class AllowedOrganizationResource {

    @Inject
    private AllowListService list;

    @Inject
    private ApiCaller caller;

    @PathParam("manufacturerId")
    private UUID manufacturerId;

    @GET
    @Operation(summary = "List the organizations that may enroll, by name")
    public Listing<AllowedOrganizationJson> listAllowedOrganizations(
            @QueryParam("search") @Parameter(description = "A part of the name, ignoring case") String search,
            @BeanParam Paging paging) {
        return Listing.of(
                list.list(caller.get(), manufacturerId, search, paging.request()), AllowedOrganizationJson::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add the organization with exactly this name to the list; adding it again changes nothing")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "OrganizationName")))
    public NamedId allowOrganizationByName(InputStream body) {
        caller.get().requireManufacturer(manufacturerId);
        String name = JsonBody.read(body, "name").text("name");
        Organization allowed = list.allowByName(caller.get(), manufacturerId, name);
        return new NamedId(allowed.id(), allowed.name());
    }

    @PUT
    @Path("{organizationId}")
    @Operation(summary = "Add an organization to the list; adding it again changes nothing")
    public void allowOrganization(@PathParam("organizationId") UUID organizationId) {
        list.allow(caller.get(), manufacturerId, organizationId);
    }

    @DELETE
    @Path("{organizationId}")
    @Operation(summary = "Remove an organization from the list; its enrollments stay")
    public void disallowOrganization(@PathParam("organizationId") UUID organizationId) {
        list.disallow(caller.get(), manufacturerId, organizationId);
    }

    /** Names the organization to add. */
    @Schema(name = "OrganizationName")
    public record OrganizationName(String name) {}

    /** An organization that may enroll a manufacturer's identifiers. */
    @Schema(name = "AllowedOrganization")
    @JsonbPropertyOrder({"id", "name", "allowedAt"})
    public record AllowedOrganizationJson(UUID id, String name, Instant allowedAt) {

        static AllowedOrganizationJson of(AllowedOrganization entry) {
            return new AllowedOrganizationJson(
                    entry.organization().id(), entry.organization().name(), entry.allowedAt());
        }
    }
}
