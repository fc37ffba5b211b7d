package dev.muster.domain.device.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a device is connected, or what its last session was.
 *
 * @param source address that the device connected from
 * @param protocol such as {@code MQTT 5}
 * @param endedAt null if the device is connected. If its server has disappeared: when the server was last alive
 * @param end null if the device is connected
 */
public record SessionState(
        Instant since,
        String source,
        String protocol,
        SessionTransport transport,
        @Nullable Instant endedAt,
        @Nullable SessionEnd end) {

    public boolean isConnected() {
        return endedAt == null;
    }
}
