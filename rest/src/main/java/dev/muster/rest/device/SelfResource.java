package dev.muster.rest.device;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceModel;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.device.UnknownKeys;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.device.DeviceSelf;
import dev.muster.ejb.device.DeviceService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.DeviceLimited;
import dev.muster.rest.security.DeviceLimits;
import dev.muster.rest.shared.NamedId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells a device about itself. */
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
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AuthenticatedDevice")))
    @APIResponse(responseCode = "429", ref = "TooManyRequests")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public SelfJson getOwnDevice(@Context HttpServletRequest request) {
        DeviceLogin login = logins.of(request);
        return limits.inTurn(() -> self(login));
    }

    private SelfJson self(DeviceLogin login) {
        DeviceSelf self = devices.self(login);
        return SelfJson.of(self.device(), self.model(), clock.instant());
    }

    /**
     * A device as it sees itself.
     *
     * @param model absent if it has no model; then the server keeps everything that it sends
     */
    @Schema(name = "AuthenticatedDevice")
    @JsonbPropertyOrder({"id", "name", "type", "organization", "uniqueIdentifier", "status", "model"})
    public record SelfJson(
            UUID id,
            String name,
            DeviceType type,
            NamedId organization,
            String uniqueIdentifier,
            DeviceStatus status,
            OwnModelJson model) {

        static SelfJson of(Device device, DeviceModel model, Instant now) {
            return new SelfJson(
                    device.id(),
                    device.name(),
                    device.type(),
                    new NamedId(
                            device.organization().id(), device.organization().name()),
                    device.uniqueIdentifier(),
                    device.status(now),
                    model == null ? null : OwnModelJson.of(model));
        }
    }

    /**
     * A model as its devices see it.
     *
     * @param unknownKeys what happens to a message with another key
     */
    @Schema(name = "AssignedDeviceModel")
    @JsonbPropertyOrder({"name", "keys", "unknownKeys"})
    public record OwnModelJson(String name, List<KeyJson> keys, UnknownKeys unknownKeys) {

        static OwnModelJson of(DeviceModel model) {
            return new OwnModelJson(
                    model.name(), model.keys().stream().map(KeyJson::of).toList(), model.unknownKeys());
        }
    }
}
