package dev.muster.ejb.telemetry;

import dev.muster.domain.telemetry.TelemetryValue;
import dev.muster.ejb.telemetry.TelemetryWriter.Value;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is kept already for the times that devices gave: a message that comes again says the same, or something else. */
@ApplicationScoped
class TakenTimes {

    private static final String KEPT = """
            select ts, data_key, data_value from telemetry
            where device_id = ? and message_number = 0 and ts >= ? and ts <= ? and ts = any (?)""";

    private record Slot(long ts, String key) {}

    /**
     * Counts the messages that say something else than what is kept.
     *
     * @param taken values that were not inserted, because their (device, time, key) is there
     */
    int contradictions(Connection connection, List<Value> taken) throws SQLException {
        Map<UUID, List<Value>> byDevice = taken.stream()
                .collect(Collectors.groupingBy(value -> value.message().deviceId()));
        Set<Integer> messages = new HashSet<>();
        for (Map.Entry<UUID, List<Value>> device : byDevice.entrySet()) {
            Map<Slot, String> kept = kept(connection, device.getKey(), device.getValue());
            for (Value value : device.getValue()) {
                if (!TelemetryValue.isSame(kept(kept, value), value.literal())) {
                    messages.add(value.index());
                }
            }
        }
        return messages.size();
    }

    /** What was there a moment ago and is no more has been removed for its age: the next try is told so. */
    private static String kept(Map<Slot, String> kept, Value value) throws SQLException {
        String literal = kept.get(slot(value));
        if (literal == null) {
            throw new SQLTransientException("A value that was there is no more");
        }
        return literal;
    }

    private static Map<Slot, String> kept(Connection connection, UUID device, List<Value> values) throws SQLException {
        Long[] times = values.stream()
                .map(value -> value.message().message().ts())
                .distinct()
                .sorted()
                .toArray(Long[]::new);
        Map<Slot, String> kept = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(KEPT)) {
            select.setObject(1, device);
            // the bounds choose the months' tables of PostgreSQL
            select.setLong(2, times[0]);
            select.setLong(3, times[times.length - 1]);
            select.setArray(4, connection.createArrayOf("bigint", times));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    kept.put(new Slot(rows.getLong(1), rows.getString(2)), rows.getString(3));
                }
            }
        }
        return kept;
    }

    private static Slot slot(Value value) {
        return new Slot(value.message().message().ts(), value.key());
    }
}
