package dev.muster.rest.fleet;

import dev.muster.domain.provisioning.Funnel;
import dev.muster.domain.provisioning.FunnelStep;
import dev.muster.ejb.fleet.FunnelService;
import dev.muster.ejb.fleet.StuckIdentifier;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import dev.muster.rest.shared.QueryParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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

/** How far the identifiers of an import have come. */
@Path("organizations/{organizationId}/imports/{importId}/funnel")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@SecurityRequirement(name = ApiApplication.BEARER)
public class FunnelResource {

    @Inject
    private FunnelService funnels;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @PathParam("importId")
    private UUID importId;

    @GET
    @Operation(summary = "How many identifiers were imported, attempted, provisioned, and have reported")
    public FunnelJson getFunnel() {
        return FunnelJson.of(funnels.get(caller.get(), organizationId, importId));
    }

    @GET
    @Path("stuck")
    @Operation(
            summary = "The identifiers that have reached this step and no later step, with the outcome of their last"
                    + " attempt",
            description = "step: IMPORTED (never attempted), ATTEMPTED (refused each time; the default), PROVISIONED"
                    + " (has not reported yet), REPORTING")
    public Listing<StuckJson> listStuckIdentifiers(
            @QueryParam("step") @DefaultValue("ATTEMPTED") String step,
            @QueryParam("search") @Parameter(description = "A part of the identifier or the name, ignoring case")
                    String search,
            @BeanParam Paging paging) {
        FunnelStep at = QueryParameters.constant("step", step, FunnelStep.class);
        return Listing.of(
                funnels.stuck(caller.get(), organizationId, importId, at, search, paging.request()), StuckJson::of);
    }

    /**
     * How far the identifiers of an import have come. Each number includes the identifiers that have reached a later
     * step.
     *
     * @param attempted identifiers for which a device has sent a valid proof
     * @param firstTelemetry identifiers whose device has authenticated with its credentials
     */
    @Schema(name = "Funnel")
    @JsonbPropertyOrder({"imported", "attempted", "provisioned", "firstTelemetry"})
    public record FunnelJson(long imported, long attempted, long provisioned, long firstTelemetry) {

        static FunnelJson of(Funnel funnel) {
            return new FunnelJson(funnel.imported(), funnel.attempted(), funnel.provisioned(), funnel.reporting());
        }
    }

    /**
     * An identifier that has reached the requested step and no later step.
     *
     * @param outcome code of the last attempt with a valid proof; null if no such attempt is recorded
     */
    @Schema(name = "StuckIdentifier")
    @JsonbPropertyOrder({"enrollmentId", "uniqueIdentifier", "deviceName", "outcome", "attemptedAt"})
    public record StuckJson(
            long enrollmentId, String uniqueIdentifier, String deviceName, String outcome, Instant attemptedAt) {

        static StuckJson of(StuckIdentifier stuck) {
            return new StuckJson(
                    stuck.enrollmentId(),
                    stuck.uniqueIdentifier(),
                    stuck.deviceName(),
                    stuck.outcome(),
                    stuck.attemptedAt());
        }
    }
}
