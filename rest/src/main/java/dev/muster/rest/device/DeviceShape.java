package dev.muster.rest.device;

import dev.muster.domain.device.Device;
import dev.muster.ejb.device.DeviceModelService;
import dev.muster.rest.security.ApiCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** How an answer shows an organization's devices: as they are now, their models by name. */
@RequestScoped
public class DeviceShape {

    @Inject
    private DeviceModelService models;

    @Inject
    private ApiCaller caller;

    @Inject
    private Clock clock;

    public Function<Device, DeviceJson> in(UUID organizationId) {
        Instant now = clock.instant();
        Map<UUID, String> names = models.names(caller.get(), organizationId);
        return device -> DeviceJson.of(device, names, now);
    }
}
