package dev.muster.rest.fleet;

import dev.muster.domain.enrollment.allowlist.ReleaseReason;
import dev.muster.domain.provisioning.IdentifierStanding;
import dev.muster.domain.provisioning.IdentifierState;
import dev.muster.ejb.fleet.ReleaseService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.QueryParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An identifier of a manufacturer: how far it has come, and its release. */
@Path("manufacturers/{manufacturerId}/identifiers/{identifier:.+}")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identifiers")
@SecurityRequirement(name = ApiApplication.BEARER)
public class IdentifierResource {

    @Inject
    private ReleaseService releases;

    @Inject
    private ApiCaller caller;

    @PathParam("manufacturerId")
    private UUID manufacturerId;

    @PathParam("identifier")
    private String identifier;

    @GET
    @Operation(summary = "How far an identifier has come; the answer does not name its organization")
    public StandingJson getIdentifier() {
        return StandingJson.of(releases.standing(caller.get(), manufacturerId, identifier));
    }

    @DELETE
    @Operation(summary = "Release an identifier, so that another organization can enroll it; 409 if its device exists")
    public void releaseIdentifier(
            @QueryParam("reason")
                    @Parameter(
                            description = "The reason, shown to the organization that enrolled the identifier",
                            required = true)
                    String reason,
            @QueryParam("withDevice") @Parameter(description = "true also deletes its device; only for administrators")
                    String withDevice) {
        caller.get().requireManufacturer(manufacturerId);
        releases.release(
                caller.get(),
                manufacturerId,
                identifier,
                new ReleaseReason(reason),
                QueryParameters.flag("withDevice", withDevice));
    }

    /**
     * How far an identifier has come, without its organization.
     *
     * @param uniqueIdentifier as in the request
     * @param since absent if it is not enrolled
     */
    @Schema(name = "IdentifierStanding")
    @JsonbPropertyOrder({"uniqueIdentifier", "state", "since"})
    public record StandingJson(String uniqueIdentifier, IdentifierState state, Instant since) {

        static StandingJson of(IdentifierStanding standing) {
            return new StandingJson(standing.uniqueIdentifier(), standing.state(), standing.since());
        }
    }
}
