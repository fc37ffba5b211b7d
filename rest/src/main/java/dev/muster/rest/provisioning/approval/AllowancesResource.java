package dev.muster.rest.provisioning.approval;

import dev.muster.ejb.provisioning.ReprovisioningService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.JsonBody;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Allows many devices that have lost their credentials to prove themselves once more. */
@Path("organizations/{organizationId}/devices/allow-reprovisioning")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class AllowancesResource {

    @Inject
    private ReprovisioningService reprovisioning;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Allow up to 500 devices to be provisioned again, with the outcome of each")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DeviceSelection")))
    public Outcomes<AllowedJson> allowReprovisioningOfDevices(InputStream body) {
        caller.get().requireOrganization(organizationId);
        List<UUID> ids = NamedDevices.read(body).deviceIds();
        Set<UUID> allowed = reprovisioning.allowAll(caller.get(), organizationId, ids);
        return new Outcomes<>(
                ids.stream().map(id -> AllowedJson.of(id, allowed.contains(id))).toList());
    }

    /** The devices to allow, at most 500. */
    @Schema(name = "DeviceSelection")
    public record NamedDevices(List<UUID> deviceIds) {

        public static NamedDevices read(InputStream body) {
            return new NamedDevices(JsonBody.read(body, "deviceIds").ids("deviceIds"));
        }
    }

    /**
     * The outcome for one of the devices.
     *
     * @param outcome {@code allowed} or {@code not-found}
     */
    @Schema(name = "AllowanceResult")
    @JsonbPropertyOrder({"deviceId", "outcome"})
    public record AllowedJson(UUID deviceId, String outcome) {

        static AllowedJson of(UUID deviceId, boolean allowed) {
            return new AllowedJson(deviceId, allowed ? "allowed" : "not-found");
        }
    }
}
