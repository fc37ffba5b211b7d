package dev.muster.mqtt.channel;

import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.ejb.shared.event.SecurityLog;

/** Writes the security events of connections that break the rules of MQTT or the limits (docs/logs.md). */
final class RefusedPackets {

    private RefusedPackets() {}

    /** The peer has sent what is no packet, or what is none at this point. */
    static void malformed(String source, String reason) {
        write(EventKind.REQUEST_MALFORMED, source, reason);
    }

    /** Too many connections, or too long without a CONNECT. */
    static void limit(String source, String reason) {
        write(EventKind.LIMIT_REACHED, source, reason);
    }

    private static void write(EventKind kind, String source, String reason) {
        SecurityLog.write(SecurityEvent.of(kind)
                .with("reason", reason)
                .with("place", "mqtt")
                .with("from", source));
    }
}
