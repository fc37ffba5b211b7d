package dev.muster.ejb.device.session;

import dev.muster.domain.device.session.DeviceSession;
import dev.muster.domain.device.session.SessionEnd;
import dev.muster.domain.device.session.SessionState;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The last session of each device. */
@ApplicationScoped
public class DeviceSessionRepository {

    /** One order for all servers, so that two that note sessions of the same devices do not deadlock. */
    private static final Comparator<SessionNote> ORDER = Comparator.comparing(SessionNote::deviceId);

    /** A device that was deleted meanwhile gets no row. */
    private static final String ADD = """
            insert into device_session (device_id, organization_id, connection_id, server_id, source, protocol,
              transport, since, ended_at, end_reason)
            select d.id, d.organization_id, cast(? as uuid), cast(? as uuid), cast(? as varchar), cast(? as varchar),
              cast(? as varchar), cast(? as timestamp with time zone), cast(? as timestamp with time zone),
              cast(? as varchar)
            from device d where d.id = ? on conflict do nothing""";

    /** A session that began later stays, unless the clock has been set back since it began. */
    private static final String CHANGE = """
            update device_session set connection_id = ?, server_id = ?, source = ?, protocol = ?, transport = ?,
              since = ?, ended_at = ?, end_reason = ?
            where device_id = ? and (connection_id = ? or since < ? or since > current_timestamp + interval '1' minute)""";

    @Inject
    private Store store;

    /** The last session of a device as it is now; empty if the device has never connected. */
    public Optional<SessionState> of(UUID organizationId, UUID deviceId) {
        return store.first(Object[].class, """
                        select s, i.seenAt, instant from DeviceSession s
                        left join ServerInstance i on i.id = s.serverId
                        where s.deviceId = :device and s.organizationId = :organization""", Map.of("device", deviceId, "organization", organizationId))
                .map(row -> ((DeviceSession) row[0]).state((Instant) row[1], (Instant) row[2]));
    }

    /** Writes sessions of this server, each as it is now. */
    void write(UUID server, List<SessionNote> notes, Instant now) {
        List<SessionNote> sorted = notes.stream().sorted(ORDER).toList();
        store.entityManager().unwrap(Session.class).doWork(connection -> {
            add(connection, server, sorted, now);
            change(connection, server, sorted, now);
        });
    }

    private static void add(Connection connection, UUID server, List<SessionNote> notes, Instant now)
            throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            for (SessionNote note : notes) {
                int next = set(add, server, note, now);
                add.setObject(next, note.deviceId());
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    private static void change(Connection connection, UUID server, List<SessionNote> notes, Instant now)
            throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(CHANGE)) {
            for (SessionNote note : notes) {
                int next = set(change, server, note, now);
                change.setObject(next, note.deviceId());
                change.setObject(next + 1, note.connectionId());
                change.setObject(next + 2, time(note.since()));
                change.addBatch();
            }
            change.executeBatch();
        }
    }

    /** @return the index of the next parameter */
    private static int set(PreparedStatement statement, UUID server, SessionNote note, Instant now)
            throws SQLException {
        int index = 1;
        statement.setObject(index++, note.connectionId());
        statement.setObject(index++, server);
        statement.setString(index++, note.source());
        statement.setString(index++, note.protocol());
        statement.setString(index++, note.transport().name());
        statement.setObject(index++, time(note.since()));
        statement.setObject(index++, time(endedAt(note, now)));
        statement.setString(
                index++, note.end() == null ? null : note.end().reason().name());
        return index;
    }

    private static @Nullable Instant endedAt(SessionNote note, Instant now) {
        if (note.end() == null) {
            return null;
        }
        Instant ended = now.minus(note.end().ago());
        return ended.isBefore(note.since()) ? note.since() : ended;
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * Ends all sessions of a server.
     *
     * @param at when; a session that began later ends at its beginning
     */
    void endAll(UUID server, SessionEnd reason, Instant at) {
        store.entityManager()
                .createQuery("""
                        update DeviceSession s set s.endedAt = case when s.since > :at then s.since else :at end,
                          s.endReason = :reason
                        where s.serverId = :server and s.endedAt is null""")
                .setParameter("at", at)
                .setParameter("reason", reason)
                .setParameter("server", server)
                .executeUpdate();
    }
}
