package dev.muster.ejb.telemetry;

import dev.muster.domain.telemetry.TelemetryRecord;
import java.util.List;
import java.util.Optional;

/**
 * Messages of a device, newest first.
 *
 * @param last where the oldest of them stands; empty if there are fewer than were asked for, and so no older ones
 */
public record TelemetryPage(List<TelemetryRecord> messages, Optional<TelemetryPosition> last) {

    public TelemetryPage {
        messages = List.copyOf(messages);
    }
}
