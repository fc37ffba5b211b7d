package dev.muster.domain.telemetry;

import java.util.Optional;

/** Whose messages a device may send: its own, and a gateway those of the peripherals behind it. */
public interface TelemetrySources {

    TelemetrySource sender();

    /**
     * A peripheral behind the sender.
     *
     * @param uniqueIdentifier as the sender writes it
     * @return empty where there is none of this name, or where it may not report
     */
    Optional<TelemetrySource> peripheral(String uniqueIdentifier);
}
