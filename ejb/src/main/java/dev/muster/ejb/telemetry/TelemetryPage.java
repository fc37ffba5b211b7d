package dev.muster.ejb.telemetry;

import dev.muster.domain.telemetry.TelemetryRecord;
import java.util.List;
import java.util.Optional;

/**
 * Messages of a device, newest first.
 *
 * @param last the position of the oldest one; empty if there are fewer than were asked for, so that no older ones exist
 */
public record TelemetryPage(List<TelemetryRecord> messages, Optional<TelemetryPosition> last) {

    public TelemetryPage {
        messages = List.copyOf(messages);
    }
}
