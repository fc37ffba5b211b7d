package dev.muster.ejb.device.session;

import dev.muster.domain.device.session.SessionEnd;
import dev.muster.domain.device.session.SessionTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be noted about a session of a device.
 *
 * @param connectionId random; tells the session from the device's other sessions
 * @param source address that the device connects from
 * @param protocol such as {@code MQTT 5}
 * @param since by the database's clock
 * @param end why it has ended
 */
public record SessionNote(
        UUID deviceId,
        UUID connectionId,
        String source,
        String protocol,
        SessionTransport transport,
        Instant since,
        @Nullable End end) {

    /**
     * The end of a session.
     *
     * @param ago how long ago it was; the clocks of the servers may differ from the database's
     */
    public record End(SessionEnd reason, Duration ago) {}
}
