package dev.muster.mqtt.session;

import dev.muster.domain.device.session.SessionEnd;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/** The sessions of this server, by device. A device has one at a time: a second connection takes over. */
@ApplicationScoped
public class MqttSessions {

    /** Session taken over (MQTT 5.0 section 3.14.2.1). */
    public static final int TAKEN_OVER = 0x8E;

    private final ConcurrentMap<UUID, MqttSession> byDevice = new ConcurrentHashMap<>();

    private final Consumer<MqttSession> changed;

    /** For the proxy; nothing is noted. */
    public MqttSessions() {
        this.changed = session -> {};
    }

    @Inject
    public MqttSessions(SessionJournal journal) {
        this.changed = journal::add;
    }

    /** Begins a session, and ends the one that the device had before. */
    public void begin(MqttSession session) {
        Optional<MqttSession> before = put(session);
        changed.accept(session);
        before.ifPresent(other -> other.end(TAKEN_OVER));
    }

    private synchronized Optional<MqttSession> put(MqttSession session) {
        Optional<MqttSession> before = of(session.identity().deviceId());
        before.ifPresent(session::follow);
        byDevice.put(session.identity().deviceId(), session);
        return before;
    }

    /** The connection of the session has ended. The device may have another session meanwhile. */
    public void ended(MqttSession session, SessionEnd reason) {
        byDevice.remove(session.identity().deviceId(), session);
        session.ended(reason);
        changed.accept(session);
    }

    public Optional<MqttSession> of(UUID deviceId) {
        return Optional.ofNullable(byDevice.get(deviceId));
    }

    /** All sessions at this moment. */
    public Collection<MqttSession> all() {
        return List.copyOf(byDevice.values());
    }

    @Gauge(
            name = "muster_mqtt_sessions",
            absolute = true,
            unit = MetricUnits.NONE,
            description = "Devices that are connected to this server by MQTT")
    public int count() {
        return byDevice.size();
    }
}
