package dev.muster.ejb.telemetry;

import dev.muster.domain.device.Device;
import dev.muster.domain.telemetry.TelemetrySource;
import dev.muster.domain.telemetry.TelemetrySources;
import dev.muster.ejb.device.DeviceModelRepository;
import dev.muster.ejb.device.GatewayPeripherals;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A device and the peripherals behind it, each looked up once for what it sends. */
final class SendingDevice implements TelemetrySources {

    private final DeviceModelRepository models;
    private final GatewayPeripherals peripherals;
    private final Device device;
    private final TelemetrySource sender;
    private final Map<String, Optional<TelemetrySource>> found = new HashMap<>();

    SendingDevice(Device device, DeviceModelRepository models, GatewayPeripherals peripherals) {
        this.models = models;
        this.peripherals = peripherals;
        this.device = device;
        this.sender = source(device);
    }

    @Override
    public TelemetrySource sender() {
        return sender;
    }

    @Override
    public Optional<TelemetrySource> peripheral(String uniqueIdentifier) {
        return found.computeIfAbsent(
                uniqueIdentifier,
                identifier -> peripherals.find(device, identifier).map(this::source));
    }

    private TelemetrySource source(Device of) {
        return new TelemetrySource(of.id(), models.of(of).orElse(null));
    }
}
