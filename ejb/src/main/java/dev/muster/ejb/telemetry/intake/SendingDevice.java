package dev.muster.ejb.telemetry.intake;

import dev.muster.domain.telemetry.TelemetrySource;
import dev.muster.domain.telemetry.TelemetrySources;
import dev.muster.ejb.device.AuthenticatedDevice;
import dev.muster.ejb.device.DeviceModelRepository;
import dev.muster.ejb.device.GatewayPeripherals;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device that sends messages, and the peripherals behind it. Each peripheral is looked up once per request. */
final class SendingDevice implements TelemetrySources {

    private final DeviceModelRepository models;
    private final GatewayPeripherals peripherals;
    private final UUID device;
    private final TelemetrySource sender;
    private final Map<String, Optional<TelemetrySource>> found = new HashMap<>();

    SendingDevice(AuthenticatedDevice device, DeviceModelRepository models, GatewayPeripherals peripherals) {
        this.models = models;
        this.peripherals = peripherals;
        this.device = device.id();
        this.sender = source(device.id(), device.modelId());
    }

    @Override
    public TelemetrySource sender() {
        return sender;
    }

    @Override
    public Optional<TelemetrySource> peripheral(String uniqueIdentifier) {
        return found.computeIfAbsent(
                uniqueIdentifier,
                identifier -> peripherals.find(device, identifier).map(found -> source(found.id(), found.modelId())));
    }

    private TelemetrySource source(UUID id, @Nullable UUID modelId) {
        return new TelemetrySource(id, models.of(modelId).orElse(null));
    }
}
