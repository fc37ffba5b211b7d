package dev.muster.domain.device.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last session of a device, on whatever server. It begins when a CONNECT is accepted. It ends when its connection
 * ends, or its server. Statements write it for many devices at once; nothing changes this entity.
 */
@Entity
@Table(name = "device_session")
public class DeviceSession {

    @Id
    @Column(name = "device_id")
    private UUID deviceId;

    @Column(name = "organization_id")
    private UUID organizationId;

    /** Random; tells this session from the device's other sessions. */
    @Column(name = "connection_id")
    private UUID connectionId;

    @Column(name = "server_id")
    private UUID serverId;

    private String source;

    private String protocol;

    @Enumerated(EnumType.STRING)
    private SessionTransport transport;

    /** By the database's clock. */
    private Instant since;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private @Nullable SessionEnd endReason;

    @SuppressWarnings("NullAway.Init")
    protected DeviceSession() {}

    /**
     * What is the case now.
     *
     * @param serverSeenAt when its server was last alive; null if the server has ended
     */
    public SessionState state(@Nullable Instant serverSeenAt, Instant now) {
        if (endReason != null) {
            return new SessionState(since, source, protocol, transport, endedAt, endReason);
        }
        if (ServerInstance.isAlive(serverSeenAt, now)) {
            return new SessionState(since, source, protocol, transport, null, null);
        }
        Instant last = serverSeenAt == null || serverSeenAt.isBefore(since) ? since : serverSeenAt;
        return new SessionState(since, source, protocol, transport, last, SessionEnd.SERVER_GONE);
    }

    public UUID deviceId() {
        return deviceId;
    }
}
