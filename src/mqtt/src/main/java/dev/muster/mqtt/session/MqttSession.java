package dev.muster.mqtt.session;

import dev.muster.domain.device.session.SessionEnd;
import dev.muster.domain.device.session.SessionTransport;
import dev.muster.ejb.device.session.SessionNote;
import dev.muster.mqtt.connect.Admission.Identity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A device that is connected. It ends when its connection ends. */
public final class MqttSession {

    /** @param nanos when, by {@link System#nanoTime} */
    private record Ended(SessionEnd reason, long nanos) {}

    private final UUID id = UUID.randomUUID();
    private final Identity identity;
    private final String source;
    private final String protocol;
    private final SessionTransport transport;
    private final IntConsumer end;

    /** The database keeps microseconds. */
    private volatile Instant since;

    /** Of the credential that was last found to count; null before that. */
    private volatile @Nullable String accessKey;

    private volatile @Nullable Ended ended;

    /**
     * @param source address that the device connects from
     * @param protocol such as {@code MQTT 5}
     * @param end ends the connection, with the reason code of a DISCONNECT
     */
    public MqttSession(Identity identity, String source, String protocol, SessionTransport transport, IntConsumer end) {
        this.identity = identity;
        this.accessKey = identity.accessKey();
        this.source = source;
        this.protocol = protocol;
        this.transport = transport;
        this.since = identity.at().truncatedTo(ChronoUnit.MICROS);
        this.end = end;
    }

    /** Random; tells this session from the device's other sessions. */
    public UUID id() {
        return id;
    }

    public Identity identity() {
        return identity;
    }

    /** By the database's clock. */
    public Instant since() {
        return since;
    }

    /** This session has taken over: it counts as the later one, in whatever order the two were admitted. */
    void follow(MqttSession before) {
        if (!since.isAfter(before.since)) {
            since = before.since.plus(1, ChronoUnit.MICROS);
        }
    }

    /** Ends the connection; may be called on any thread. @param reason of MQTT 5.0 section 3.14.2.1 */
    public void end(int reason) {
        end.accept(reason);
    }

    /** The connection has ended. */
    void ended(SessionEnd reason) {
        ended = new Ended(reason, System.nanoTime());
    }

    /** What is to be noted about it now. */
    SessionNote note() {
        Ended last = ended;
        return new SessionNote(
                identity.deviceId(),
                id,
                source,
                protocol,
                transport,
                since,
                last == null
                        ? null
                        : new SessionNote.End(last.reason, Duration.ofNanos(System.nanoTime() - last.nanos)));
    }

    /**
     * Whether the device has the credentials that it had when this was last asked, or when it connected.
     *
     * @param current the access key of the device now
     */
    boolean has(String current) {
        boolean same = current.equals(accessKey);
        accessKey = current;
        return same;
    }
}
