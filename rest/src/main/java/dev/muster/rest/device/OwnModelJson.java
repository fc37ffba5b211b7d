package dev.muster.rest.device;

import dev.muster.domain.device.DeviceModel;
import dev.muster.domain.device.UnknownKeys;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

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
