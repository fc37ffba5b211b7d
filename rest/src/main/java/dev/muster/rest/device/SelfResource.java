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

    /**
     * What a device is told of itself.
     *
     * @param model absent where it has none, and everything that it sends is kept
     */
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
     * What a device is told of its model.
     *
     * @param unknownKeys what becomes of a message with a key that is not among these
     */
    @JsonbPropertyOrder({"name", "keys", "unknownKeys"})
    public record OwnModelJson(String name, List<KeyJson> keys, UnknownKeys unknownKeys) {

        static OwnModelJson of(DeviceModel model) {
            return new OwnModelJson(
                    model.name(), model.keys().stream().map(KeyJson::of).toList(), model.unknownKeys());
        }
    }
}
