package dev.muster.rest.organization;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.domain.quota.TenantKind;
import dev.muster.ejb.organization.OrganizationChange;
import dev.muster.ejb.organization.OrganizationService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.quota.QuotaMembers;
import dev.muster.rest.quota.QuotaUseJson;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Created;
import dev.muster.rest.shared.JsonBody;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import dev.muster.rest.shared.QueryParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Organizations: an administrator makes, lists, suspends and deletes them; a manager reads and changes its own. */
@Path("organizations")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organizations")
@SecurityRequirement(name = ApiApplication.BEARER)
public class OrganizationResource {

    private static final String SECOND_FACTOR = "secondFactorRequired";

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
            @QueryParam("suspended")
                    @Parameter(
                            description = "true for suspended ones, false for all others",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    String suspended,
            @BeanParam Paging paging) {
        Boolean only = suspended == null ? null : (Boolean) QueryParameters.flag("suspended", suspended);
        return Listing.of(organizations.list(caller.get(), search, only, paging.request()), OrganizationJson::of);
    }

    @GET
    @Path("{organizationId}")
    @Operation(summary = "One organization, for its own managers and administrators")
    public OrganizationJson getOrganization(@PathParam("organizationId") UUID id) {
        return whole(organizations.get(caller.get(), id));
    }

    @PATCH
    @Path("{organizationId}")
    @Consumes({MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
    @Operation(
            summary = "Change an organization; absent members stay as they are",
            description =
                    "An administrator changes the name, suspended and the quotas. A quota of null is the platform's"
                            + " limit, 2147483647 is no limit. The users of a suspended organization see everything and change"
                            + " nothing (organization-suspended). Its devices cannot join (organization-suspended) or report"
                            + " (credentials-suspended). Nothing is lost; everything works again when it is resumed. Managers"
                            + " change reprovisioningPolicy: what a second valid proof does for the devices of their organization."
                            + " Both change secondFactorRequired: whether the users of the organization must add a second factor"
                            + " before they can do anything else.")
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "OrganizationUpdate")))
    public OrganizationJson changeOrganization(@PathParam("organizationId") UUID id, InputStream body) {
        organizations.get(caller.get(), id);
        return whole(organizations.change(caller.get(), id, ChangedOrganization.read(body)));
    }

    @DELETE
    @Path("{organizationId}")
    @Operation(
            summary = "Delete a suspended organization with everything that it owns",
            description = "For administrators. The organization does not exist for anybody from then on (404), and its"
                    + " users lose it; a user who works for nobody else is deleted. Its devices, telemetry, enrollments,"
                    + " imports and data models are removed soon after; others can import its identifiers then. The"
                    + " answer is 409 (conflict) if the organization is not suspended, or while the server is at work on"
                    + " one of its imports. Nobody can undo this.")
    public void deleteOrganization(@PathParam("organizationId") UUID id) {
        organizations.delete(caller.get(), id);
    }

    @GET
    @Path("{organizationId}/quotas")
    @Operation(summary = "What the organization uses of its quotas")
    public Listing<QuotaUseJson> listOrganizationQuotas(@PathParam("organizationId") UUID id) {
        return QuotaUseJson.list(organizations.quotas(caller.get(), id));
    }

    @GET
    @Path("{organizationId}/held-elsewhere")
    @Operation(
            summary = "Count the identifiers in the organization's files that others hold, by day; for administrators",
            description = "A high number is a sign that the organization searches for devices of others. Days of the"
                    + " last three months, the newest first; days without such identifiers are left out.")
    public Listing<HeldElsewhereJson> listHeldElsewhere(@PathParam("organizationId") UUID id) {
        List<HeldElsewhereJson> days = organizations.heldElsewhere(caller.get(), id).stream()
                .map(day -> new HeldElsewhereJson(day.day().toString(), day.used()))
                .toList();
        return new Listing<>(days, days.size());
    }

    private OrganizationJson whole(Organization organization) {
        return OrganizationJson.of(
                organization, QuotaMembers.of(organizations.limits(caller.get(), organization.id())));
    }

    /** The organization to make. */
    @Schema(name = "NewOrganization")
    public record NewOrganization(String name) {

        static NewOrganization from(JsonBody body) {
            return new NewOrganization(body.text("name"));
        }
    }

    /**
     * The changes of an organization; absent members stay as they are.
     *
     * @param secondFactorRequired whether the users of the organization must have a second factor
     * @param quotas limits by quota, as in the quotas of an organization; null for the platform's limit
     */
    @Schema(name = "OrganizationUpdate")
    public record ChangedOrganization(
            String name,
            ReprovisioningPolicy reprovisioningPolicy,
            Boolean suspended,
            Boolean secondFactorRequired,
            Map<String, Integer> quotas) {

        static OrganizationChange read(InputStream body) {
            JsonBody json =
                    JsonBody.read(body, "name", "reprovisioningPolicy", "suspended", SECOND_FACTOR, QuotaMembers.NAME);
            return new OrganizationChange(
                    Optional.ofNullable(json.text("name", null)),
                    Optional.ofNullable(json.constant("reprovisioningPolicy", ReprovisioningPolicy.class)),
                    json.isNull("suspended") ? Optional.empty() : Optional.of(json.flag("suspended")),
                    json.isNull(SECOND_FACTOR) ? Optional.empty() : Optional.of(json.flag(SECOND_FACTOR)),
                    QuotaMembers.read(json, TenantKind.ORGANIZATION));
        }
    }

    /**
     * How many identifiers in the files of a day another organization holds.
     *
     * @param day of UTC, such as 2026-11-29
     */
    @Schema(name = "HeldElsewhereDay")
    public record HeldElsewhereJson(String day, long identifiers) {}

    /**
     * An organization.
     *
     * @param reprovisioningPolicy what a second valid proof does if the device's import has no policy of its own
     * @param suspended whether its users change nothing, and its devices neither join nor report
     * @param suspendedAt since when; absent if it is not suspended
     * @param secondFactorRequired whether the users of the organization must have a second factor
     * @param quotas limits by quota; not in lists
     */
    @Schema(name = "Organization")
    @JsonbPropertyOrder({
        "id",
        "name",
        "reprovisioningPolicy",
        "suspended",
        "suspendedAt",
        "secondFactorRequired",
        "quotas",
        "createdAt"
    })
    public record OrganizationJson(
            UUID id,
            String name,
            ReprovisioningPolicy reprovisioningPolicy,
            boolean suspended,
            Instant suspendedAt,
            boolean secondFactorRequired,
            Map<String, Integer> quotas,
            Instant createdAt) {

        static OrganizationJson of(Organization organization) {
            return of(organization, null);
        }

        static OrganizationJson of(Organization organization, Map<String, Integer> quotas) {
            return new OrganizationJson(
                    organization.id(),
                    organization.name(),
                    organization.reprovisioningPolicy(),
                    organization.isSuspended(),
                    organization.suspendedAt(),
                    organization.isSecondFactorRequired(),
                    quotas,
                    organization.createdAt());
        }
    }
}
