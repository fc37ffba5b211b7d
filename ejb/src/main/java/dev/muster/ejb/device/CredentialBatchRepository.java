package dev.muster.ejb.device;

import dev.muster.domain.device.CredentialHistory;
import dev.muster.domain.device.DeviceCredential;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The credentials of many devices, in one statement. Written in SQL, because it takes an array of any length. */
@ApplicationScoped
class CredentialBatchRepository {

    private static final String FIND = """
            select d.access_key, d.access_token_hash, d.id, d.organization_id, d.model_id, m.version,
              d.first_used_at, d.last_used_at, d.suspended_at, d.invalidated_at, o.suspended_at, current_timestamp
            from device d join organization o on o.id = d.organization_id left join device_model m on m.id = d.model_id
            where d.access_token_hash is not null and d.access_key = any (?)""";

    /** As {@link DeviceRepository#markUsed}, for many devices. */
    private static final String MARK_USED = """
            update device set first_used_at = coalesce(first_used_at, ?), last_used_at = ?, seen_on = ?
            where id = ? and access_key = ?""";

    @Inject
    private Store store;

    /** @param accessKeys each of them can be an access key */
    BatchLogins find(Collection<String> accessKeys) {
        return session().doReturningWork(connection -> find(connection, accessKeys));
    }

    private static BatchLogins find(Connection connection, Collection<String> accessKeys) throws SQLException {
        Map<String, HeldCredential> held = new HashMap<>();
        Map<UUID, ModelVersion> models = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setArray(1, connection.createArrayOf("varchar", accessKeys.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    UUID model = rows.getObject(5, UUID.class);
                    held.put(rows.getString(1), credential(rows, model));
                    if (model != null) {
                        models.put(model, new ModelVersion(model, rows.getLong(6)));
                    }
                }
            }
        }
        return new BatchLogins(held, models);
    }

    private static HeldCredential credential(ResultSet row, @Nullable UUID model) throws SQLException {
        Instant at = row.getObject(12, OffsetDateTime.class).toInstant();
        return new HeldCredential(
                new AuthenticatedDevice(
                        row.getObject(3, UUID.class), row.getObject(4, UUID.class), row.getString(1), model, at),
                new DeviceCredential(row.getString(1), row.getString(2)),
                new CredentialHistory(instant(row, 7), instant(row, 8), instant(row, 9), instant(row, 10)),
                row.getObject(11) != null);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    void markUsed(List<HeldCredential> used) {
        if (!used.isEmpty()) {
            session().doWork(connection -> markUsed(connection, used));
        }
    }

    private static void markUsed(Connection connection, List<HeldCredential> used) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MARK_USED)) {
            for (HeldCredential credential : used) {
                OffsetDateTime now = credential.at().atOffset(ZoneOffset.UTC);
                update.setObject(1, now);
                update.setObject(2, now);
                update.setObject(3, now.toLocalDate());
                update.setObject(4, credential.holder().id());
                update.setString(5, credential.credential().accessKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private Session session() {
        return store.entityManager().unwrap(Session.class);
    }
}
