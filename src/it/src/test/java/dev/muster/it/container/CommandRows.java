package dev.muster.it.container;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Commands of a device that has no server to talk to, written past the product. */
record CommandRows(UUID organizationId, UUID deviceId) {

    static CommandRows of(TwoTenants tenants) throws Exception {
        UUID device = UUID.randomUUID();
        execute(
                "insert into enrollment (organization_id, manufacturer_id, batch_id, unique_identifier, normalized_identifier,"
                        + " device_name, normalized_name, device_type, created_at)"
                        + " values (?, ?, ?, 'A1', 'A1', 'one', 'one', 'STANDALONE', now())",
                tenants.organizationId(),
                tenants.manufacturerId(),
                tenants.importId());
        execute(
                "insert into device (id, organization_id, enrollment_id, certificate_id, unique_identifier, name, type,"
                        + " access_key, created_at, rotated_at)"
                        + " select ?, organization_id, id, ?, 'A1', 'one', 'STANDALONE', ?, now(), now() from enrollment"
                        + " where organization_id = ?",
                device,
                tenants.certificateId(),
                device.toString().substring(0, 26),
                tenants.organizationId());
        return new CommandRows(tenants.organizationId(), device);
    }

    /**
     * Writes a command.
     *
     * @param name in place of its content
     * @param deliveredAt null if it was not delivered
     */
    void insert(String name, Instant expiresAt, Instant deliveredAt) throws Exception {
        execute(
                "insert into device_command (id, organization_id, device_id, content, created_by, created_at, expires_at,"
                        + " delivered_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                organizationId,
                deviceId,
                name,
                UUID.randomUUID(),
                Timestamp.from(expiresAt.minusSeconds(60)),
                Timestamp.from(expiresAt),
                deliveredAt == null ? null : Timestamp.from(deliveredAt));
    }

    Set<String> names() throws Exception {
        Set<String> names = new TreeSet<>();
        try (Connection connection = AttemptRows.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select content from device_command")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void execute(String sql, Object... values) throws Exception {
        try (Connection connection = AttemptRows.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
