package dev.muster.rest.device;

import dev.muster.rest.shared.JsonBody;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** The devices that something is to be done with at once, at most 500. */
public record NamedDevices(List<UUID> deviceIds) {

    public static NamedDevices read(InputStream body) {
        return new NamedDevices(JsonBody.read(body, "deviceIds").ids("deviceIds"));
    }
}
