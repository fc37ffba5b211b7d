package dev.muster.rest.device;

import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.device.DeviceSelf;
import dev.muster.ejb.device.DeviceService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.DeviceLimited;
import dev.muster.rest.security.DeviceLimits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The device that asks, about itself. */
@Path("device")
@RequestScoped
@DeviceLimited
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "For devices")
@SecurityRequirement(name = ApiApplication.DEVICE)
public class SelfResource {

    @Inject
    private DeviceService devices;

    @Inject
    private DeviceLogins logins;

    @Inject
    private DeviceLimits limits;

    @Inject
    private Clock clock;

    @GET
    @Operation(summary = "What the device is: name, type, organization, status, model")
    @APIResponse(
            responseCode = "200",
            description = "The device",
            content = @Content(schema = @Schema(implementation = SelfJson.class)))
    @APIResponse(responseCode = "429", ref = "TooManyRequests")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public SelfJson get(@Context HttpServletRequest request) {
        DeviceLogin login = logins.of(request);
        return limits.inTurn(() -> self(login));
    }

    private SelfJson self(DeviceLogin login) {
        DeviceSelf self = devices.self(login);
        return SelfJson.of(self.device(), self.model(), clock.instant());
    }
}
