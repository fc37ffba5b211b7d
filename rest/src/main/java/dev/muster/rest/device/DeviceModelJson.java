package dev.muster.rest.device;

import dev.muster.domain.device.DeviceModel;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.device.UnknownKeys;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A model as its organization sees it.
 *
 * @param unknownKeys what becomes of a message with a key that is not among these
 * @param defaultFor the device types whose new devices get it where their import says nothing else
 */
@JsonbPropertyOrder({"id", "name", "keys", "unknownKeys", "defaultFor", "createdAt"})
public record DeviceModelJson(
        UUID id,
        String name,
        List<KeyJson> keys,
        UnknownKeys unknownKeys,
        Set<DeviceType> defaultFor,
        Instant createdAt) {

    static DeviceModelJson of(DeviceModel model) {
        return new DeviceModelJson(
                model.id(),
                model.name(),
                model.keys().stream().map(KeyJson::of).toList(),
                model.unknownKeys(),
                model.defaultFor(),
                model.createdAt());
    }
}
