package dev.muster.rest.device;

import dev.muster.domain.device.Device;
import dev.muster.ejb.device.DeviceModelService;
import dev.muster.ejb.device.DeviceService;
import dev.muster.rest.ApiApplication;
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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The device that asks, about itself. */
@Path("device")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "For devices")
@SecurityRequirement(name = ApiApplication.DEVICE)
public class SelfResource {

    @Inject
    private DeviceService devices;

    @Inject
    private DeviceLogins logins;

    @Inject
    private DeviceModelService models;

    @Inject
    private Clock clock;

    @GET
    @Operation(summary = "What the device is: name, type, organization, status, model")
    public SelfJson get(@Context HttpServletRequest request) {
        Device device = devices.self(logins.of(request));
        return SelfJson.of(device, models.of(device).orElse(null), clock.instant());
    }
}
