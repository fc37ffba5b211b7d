package dev.muster.rest.device;

import dev.muster.domain.device.session.SessionEnd;
import dev.muster.domain.device.session.SessionState;
import dev.muster.domain.device.session.SessionTransport;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a device is connected by MQTT, or its last session. */
@Schema(name = "DeviceSession")
@JsonbPropertyOrder({"connected", "since", "source", "protocol", "transport", "endedAt", "endReason"})
public record SessionJson(
        boolean connected,

        @Schema(description = "When the session began") Instant since,

        @Schema(description = "The address that the device connected from")
        String source,

        @Schema(description = "MQTT 3.1, MQTT 3.1.1 or MQTT 5")
        String protocol,

        @Schema(description = "WS is WebSocket without TLS, WSS is WebSocket over TLS")
        SessionTransport transport,

        @Schema(
                description = "When the session ended; absent if the device is connected. If its server has"
                        + " disappeared: when the server was last alive")
        Instant endedAt,

        @Schema(description = "Why the session ended; absent if the device is connected")
        SessionEnd endReason) {

    static SessionJson of(SessionState state) {
        return new SessionJson(
                state.isConnected(),
                state.since(),
                state.source(),
                state.protocol(),
                state.transport(),
                state.endedAt(),
                state.end());
    }
}
