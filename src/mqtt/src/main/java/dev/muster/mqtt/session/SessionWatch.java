package dev.muster.mqtt.session;

import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.device.CountingDevice;
import dev.muster.ejb.device.DeviceSessionService;
import dev.muster.ejb.shared.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends the sessions of devices whose credentials do not count any more, and of devices that have connected to another
 * server. It asks the database twice a second, so that an act on one server ends sessions on every server within a
 * second.
 */
@ApplicationScoped
public class SessionWatch {

    /** How long one look waits after the one before, in milliseconds. */
    public static final long PAUSE_MILLIS = 500;

    /** Administrative action (MQTT 5.0 section 3.14.2.1). */
    private static final int ADMINISTRATIVE_ACTION = 0x98;

    /** How many devices one query names. */
    private static final int AT_ONCE = 2_000;

    private static final Logger LOG = Logger.getLogger(SessionWatch.class.getName());

    @Inject
    private DeviceSessionService devices;

    @Inject
    private MqttSessions sessions;

    /** Looks at all sessions once. It never throws: then nobody would look again. */
    public void look() {
        List<MqttSession> all = new ArrayList<>(sessions.all());
        try {
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                look(all.subList(from, Math.min(from + AT_ONCE, all.size())));
            }
        } catch (RuntimeException e) {
            if (!DatabaseUnavailable.causes(e)) {
                LOG.log(Level.WARNING, "The sessions of devices cannot be compared with the database", e);
            }
        }
    }

    private void look(List<MqttSession> some) {
        Map<UUID, CountingDevice> counting = devices.counting(
                some.stream().map(session -> session.identity().deviceId()).toList());
        for (MqttSession session : some) {
            CountingDevice device = counting.get(session.identity().deviceId());
            if (device == null || !session.has(device.accessKey()) && !isStillValid(session)) {
                session.end(ADMINISTRATIVE_ACTION);
            } else if (device.hasNewerSession(session.id(), session.since())) {
                session.end(MqttSessions.TAKEN_OVER);
            }
        }
    }

    /** The device has other credentials now. A certificate may be valid beside its successor. */
    private boolean isStillValid(MqttSession session) {
        try {
            devices.open(session.identity().login());
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }
}
