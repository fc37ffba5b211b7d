package dev.muster.rest.fleet;

import dev.muster.ejb.fleet.act.FleetRotationService;
import dev.muster.ejb.fleet.act.RotatedDevice;
import dev.muster.ejb.provisioning.credential.RotationOutcome;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.provisioning.approval.AllowancesResource.NamedDevices;
import dev.muster.rest.provisioning.credential.CredentialsJson;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Outcomes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives many devices new credentials. */
@Path("organizations/{organizationId}/devices/credentials")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class FleetCredentialResource {

    @Inject
    private FleetRotationService credentials;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Give up to 500 devices new credentials, shown only once, with the outcome of each; the old"
                    + " credentials stop working at once")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DeviceSelection")))
    public Outcomes<RotatedJson> rotateCredentialsOfDevices(InputStream body) {
        caller.get().requireOrganization(organizationId);
        return new Outcomes<>(
                credentials
                        .rotate(
                                caller.get(),
                                organizationId,
                                NamedDevices.read(body).deviceIds())
                        .stream()
                        .map(RotatedJson::of)
                        .toList());
    }

    /**
     * The outcome for one of the devices.
     *
     * @param outcome {@code rotated}, {@code not-found} or {@code device-invalidated}
     * @param credentials shown only once; absent if the device got no new credentials
     */
    @Schema(name = "DeviceRotationResult")
    @JsonbPropertyOrder({"deviceId", "outcome", "credentials"})
    public record RotatedJson(UUID deviceId, String outcome, CredentialsJson credentials) {

        static RotatedJson of(RotatedDevice rotated) {
            return new RotatedJson(
                    rotated.deviceId(),
                    rotated.outcome() == RotationOutcome.NOT_PROVISIONED
                            ? "not-found"
                            : rotated.outcome().code(),
                    rotated.credentials() == null ? null : CredentialsJson.of(rotated.credentials()));
        }
    }
}
