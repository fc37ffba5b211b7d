package dev.muster.domain.telemetry;

import java.util.Optional;

/** The devices whose messages a sender may send: its own, and for a gateway those of the peripherals behind it. */
public interface TelemetrySources {

    TelemetrySource sender();

    /**
     * A peripheral behind the sender.
     *
     * @param uniqueIdentifier as the sender writes it
     * @return empty if there is no such peripheral, or if it may not report
     */
    Optional<TelemetrySource> peripheral(String uniqueIdentifier);
}
