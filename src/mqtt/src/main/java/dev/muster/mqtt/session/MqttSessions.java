package dev.muster.mqtt.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The sessions of this server, by device. A device has one at a time: a second connection takes over. */
@ApplicationScoped
public class MqttSessions {

    /** Session taken over (MQTT 5.0 section 3.14.2.1). */
    public static final int TAKEN_OVER = 0x8E;

    private final ConcurrentMap<UUID, MqttSession> byDevice = new ConcurrentHashMap<>();

    /** Begins a session, and ends the one that the device had before. */
    public void begin(MqttSession session) {
        Optional.ofNullable(byDevice.put(session.identity().deviceId(), session))
                .ifPresent(before -> before.end(TAKEN_OVER));
    }

    /** The connection of the session has ended. Does nothing if the device has another session meanwhile. */
    public void ended(MqttSession session) {
        byDevice.remove(session.identity().deviceId(), session);
    }

    public Optional<MqttSession> of(UUID deviceId) {
        return Optional.ofNullable(byDevice.get(deviceId));
    }

    /** All sessions at this moment. */
    public Collection<MqttSession> all() {
        return List.copyOf(byDevice.values());
    }
}
