package dev.muster.mqtt.session;

import dev.muster.ejb.device.session.SessionRecords;
import dev.muster.ejb.shared.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Notes every few seconds that this server is alive, so that its sessions count. Also ends the sessions of servers that
 * have died.
 */
@ApplicationScoped
public class ServerPresence {

    private static final Logger LOG = Logger.getLogger(ServerPresence.class.getName());

    /** If the database was away, no server was noted for a while. Each gets the time for it. */
    private static final int BEATS_BEFORE_OTHERS_ARE_DEAD = 5;

    @Inject
    private SessionRecords records;

    @Inject
    private MqttSessions sessions;

    @Inject
    private SessionJournal journal;

    private int beats;
    private boolean isEnded;

    /** It never throws: then it would not be called again. */
    public synchronized void beat() {
        if (isEnded) {
            return;
        }
        try {
            if (!records.beat()) {
                sessions.all().forEach(journal::add);
            }
            beats++;
            if (beats > BEATS_BEFORE_OTHERS_ARE_DEAD) {
                records.endOfDead();
            }
        } catch (RuntimeException e) {
            beats = 0;
            LOG.log(level(e), "This server is not noted as alive", e);
        }
    }

    /** The server stops: its sessions end. */
    public synchronized void end() {
        isEnded = true;
        journal.stop();
        try {
            records.stop();
        } catch (RuntimeException e) {
            LOG.log(level(e), "Another server will note that the sessions of this server have ended", e);
        }
    }

    /** An unreachable database has lines of its own. */
    private static Level level(RuntimeException e) {
        return DatabaseUnavailable.causes(e) ? Level.FINE : Level.WARNING;
    }
}
