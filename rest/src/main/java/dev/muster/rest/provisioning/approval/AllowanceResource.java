package dev.muster.rest.provisioning.approval;

import dev.muster.ejb.provisioning.ReprovisioningService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.device.DeviceJson;
import dev.muster.rest.device.DeviceShape;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Allows a device that has lost its credentials to prove itself once more. */
@Path("organizations/{organizationId}/devices/{deviceId}/allow-reprovisioning")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class AllowanceResource {

    @Inject
    private ReprovisioningService reprovisioning;

    @Inject
    private DeviceShape shape;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @POST
    @Operation(
            summary = "Allow the device's next valid proof to give it new credentials, whatever the policy; the old"
                    + " credentials work until then")
    public DeviceJson allowReprovisioning(@PathParam("deviceId") UUID deviceId) {
        return shape.in(organizationId).apply(reprovisioning.allow(caller.get(), organizationId, deviceId));
    }

    @DELETE
    @Operation(summary = "Withdraw a permission that was not used yet")
    public DeviceJson disallowReprovisioning(@PathParam("deviceId") UUID deviceId) {
        return shape.in(organizationId).apply(reprovisioning.disallow(caller.get(), organizationId, deviceId));
    }
}
