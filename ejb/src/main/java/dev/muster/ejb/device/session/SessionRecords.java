package dev.muster.ejb.device.session;

import dev.muster.domain.device.session.ServerInstance;
import dev.muster.domain.device.session.SessionEnd;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseTime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Notes the sessions of this server in the database, and that this server is alive. */
@Access(Rule.SYSTEM)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SessionRecords {

    @Inject
    private DeviceSessionRepository sessions;

    @Inject
    private ServerInstanceRepository servers;

    @Inject
    private ThisServer server;

    @Inject
    private DatabaseTime time;

    /** Writes sessions of this server, each as it is now. A session of which a newer one is noted changes nothing. */
    public void write(List<SessionNote> notes) {
        sessions.write(server.id(), notes, time.now());
    }

    /**
     * Notes that this server is alive.
     *
     * @return false if the server was not known: it is new, or another server has ended its sessions
     */
    public boolean beat() {
        return servers.seen(server.id(), time.now());
    }

    /** Ends the sessions of servers that have died. */
    public void endOfDead() {
        for (ServerInstance dead : servers.lockDead(time.now().minus(ServerInstance.DEATH))) {
            sessions.endAll(dead.id(), SessionEnd.SERVER_GONE, dead.seenAt());
            servers.remove(dead.id());
        }
    }

    /** This server stops: ends its sessions. */
    public void stop() {
        sessions.endAll(server.id(), SessionEnd.SERVER_STOPPED, time.now());
        servers.remove(server.id());
    }
}
