package dev.muster.domain.telemetry;

import dev.muster.domain.device.DeviceModel;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A gateway with the peripherals behind it, by name. */
record GatewayFixture(TelemetrySource sender, Map<String, TelemetrySource> peripherals) implements TelemetrySources {

    static GatewayFixture alone(DeviceModel model) {
        return new GatewayFixture(new TelemetrySource(UUID.randomUUID(), model), Map.of());
    }

    @Override
    public Optional<TelemetrySource> peripheral(String uniqueIdentifier) {
        return Optional.ofNullable(peripherals.get(uniqueIdentifier));
    }
}
