package dev.muster.rest.device;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceModel;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import dev.muster.rest.shared.NamedId;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

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
                new NamedId(device.organization().id(), device.organization().name()),
                device.uniqueIdentifier(),
                device.status(now),
                model == null ? null : OwnModelJson.of(model));
    }
}
