package dev.muster.mqtt.session;

import dev.muster.ejb.device.session.SessionNote;
import dev.muster.ejb.device.session.SessionRecords;
import dev.muster.ejb.shared.DatabaseUnavailable;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Notes in the database which sessions begin and end. Nobody waits for it: one thread writes all that has gathered. It
 * writes each session as the session is then. If the database is away, the thread tries again.
 */
@ApplicationScoped
public class SessionJournal {

    private static final Logger LOG = Logger.getLogger(SessionJournal.class.getName());

    /** Sessions in one transaction. After a restart 50,000 devices may connect at once. */
    private static final int AT_ONCE = 5_000;

    private static final long AGAIN_MILLIS = 1_000;

    /** Sessions to be written, the one that began last of each device. */
    private final Map<UUID, MqttSession> waiting = new LinkedHashMap<>();

    private boolean isWorking;
    private boolean isStopped;

    /** Named, because it may be needed first on a thread of the broker, which belongs to no component. */
    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    @Inject
    private SessionRecords records;

    /** For the container, which injects the fields. */
    public SessionJournal() {}

    SessionJournal(ManagedScheduledExecutorService executor, SessionRecords records) {
        this.executor = executor;
        this.records = records;
    }

    /** The session has begun or ended, or is to be written once more. */
    void add(MqttSession session) {
        synchronized (this) {
            keep(session);
            if (isWorking || isStopped) {
                return;
            }
            isWorking = true;
        }
        start(0);
    }

    private void keep(MqttSession session) {
        waiting.merge(
                session.identity().deviceId(),
                session,
                (one, other) -> one.since().isAfter(other.since()) ? one : other);
    }

    private void start(long afterMillis) {
        try {
            executor.schedule(this::work, afterMillis, TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) { // the server stops
            LOG.log(Level.FINE, "Sessions are not noted any more", e);
        }
    }

    private void work() {
        for (List<MqttSession> some = next(); !some.isEmpty(); some = next()) {
            try {
                write(some);
            } catch (RuntimeException e) {
                putBack(some);
                start(AGAIN_MILLIS);
                return;
            }
        }
    }

    private synchronized List<MqttSession> next() {
        List<MqttSession> some = new ArrayList<>();
        Iterator<MqttSession> all = waiting.values().iterator();
        while (all.hasNext() && some.size() < AT_ONCE && !isStopped) {
            some.add(all.next());
            all.remove();
        }
        isWorking = !some.isEmpty();
        return some;
    }

    private synchronized void putBack(List<MqttSession> some) {
        some.forEach(this::keep);
    }

    /** @throws RuntimeException if the database is away */
    private void write(List<MqttSession> some) {
        try {
            records.write(notes(some));
        } catch (RuntimeException e) {
            if (DatabaseUnavailable.isAway(e)) {
                throw e;
            }
            LOG.log(Level.FINE, "Sessions are noted singly", e);
            some.forEach(this::writeAlone);
        }
    }

    /** One session must not keep the others from being noted. */
    private void writeAlone(MqttSession session) {
        try {
            records.write(notes(List.of(session)));
        } catch (RuntimeException e) {
            if (DatabaseUnavailable.causes(e)) {
                throw e;
            }
            LOG.log(Level.WARNING, "A session of a device is not noted", e);
        }
    }

    private static List<SessionNote> notes(List<MqttSession> some) {
        return some.stream().map(MqttSession::note).toList();
    }

    /** From now on nothing is written: the server stops, and ends all its sessions at once. */
    synchronized void stop() {
        isStopped = true;
    }
}
