package dev.muster.ejb.telemetry.intake;

import dev.muster.ejb.shared.Engine;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Inserts values that came in, a row for each value, and finds the values that were there before. */
@ApplicationScoped
class ReceivedTelemetryRepository {

    private static final String INTO =
            "insert into telemetry (device_id, ts, message_number, data_key, data_value, received_at) values ";

    private static final String TIMED = INTO + "(?, ?, 0, ?, ?, ?) on conflict do nothing";

    /** Has no "on conflict": if a value cannot be inserted, the whole request must fail. */
    private static final String UNTIMED = INTO + "(?, ?, case when ? then nextval('telemetry_number')"
            + " else currval('telemetry_number') end, ?, ?, ?)";

    private static final String KEPT = """
            select ts, data_key, data_value from telemetry
            where device_id = ? and message_number = 0 and ts >= ? and ts <= ? and ts = any (?)""";

    private static final String WAIT_BRIEFLY = "set local lock_timeout = '500ms'";

    /**
     * SQL states of errors that a retry does not meet again. Either no month's table takes the time yet (PostgreSQL's
     * check_violation), or the device is being deleted at this moment (foreign key of PostgreSQL and of H2), and the
     * retry does not find it.
     */
    private static final Set<String> PASSING = Set.of("23514", "23503", "23506");

    @Inject
    private Store store;

    /** A time of a device and a key: at most one value is kept for it. */
    record Slot(long ts, String key) {}

    /**
     * A value that came in.
     *
     * @param message index of its message in the request
     * @param isFirst whether it is the first value of its message
     */
    record Value(int message, UUID device, Slot slot, String literal, boolean isFirst) {}

    /**
     * Makes the running transaction wait only briefly for a row that another one holds, such as a device that is being
     * deleted. H2 waits briefly in any case.
     */
    void waitBriefly() {
        session().doWork(connection -> {
            if (Engine.of(connection) == Engine.POSTGRESQL) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(WAIT_BRIEFLY);
                }
            }
        });
    }

    /** Inserts values of messages without a time of their own. Values of one message get the same number. */
    void addUntimed(List<Value> values, OffsetDateTime at) {
        if (!values.isEmpty()) {
            session().doWork(connection -> addUntimed(connection, values, at));
        }
    }

    private static void addUntimed(Connection connection, List<Value> values, OffsetDateTime at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(UNTIMED)) {
            insert.setObject(6, at);
            for (Value value : values) {
                insert.setObject(1, value.device);
                insert.setLong(2, value.slot.ts);
                insert.setBoolean(3, value.isFirst);
                insert.setString(4, value.slot.key);
                insert.setString(5, value.literal);
                insert.addBatch();
            }
            execute(insert);
        }
    }

    /**
     * Inserts values of messages with a time of their own, unless their slot is taken.
     *
     * @return the values whose slot was taken
     */
    List<Value> addTimed(List<Value> values, OffsetDateTime at) {
        return values.isEmpty() ? List.of() : session().doReturningWork(connection -> addTimed(connection, values, at));
    }

    private static List<Value> addTimed(Connection connection, List<Value> values, OffsetDateTime at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(TIMED)) {
            insert.setObject(5, at);
            for (Value value : values) {
                insert.setObject(1, value.device);
                insert.setLong(2, value.slot.ts);
                insert.setString(3, value.slot.key);
                insert.setString(4, value.literal);
                insert.addBatch();
            }
            return notInserted(values, execute(insert));
        }
    }

    /** If the driver does not report a count, the value may have been inserted or not: it counts as not inserted. */
    private static List<Value> notInserted(List<Value> values, int[] counts) {
        List<Value> taken = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 1) {
                taken.add(values.get(i));
            }
        }
        return taken;
    }

    private static int[] execute(PreparedStatement insert) throws SQLException {
        try {
            return insert.executeBatch();
        } catch (SQLException e) {
            throw PASSING.contains(e.getSQLState())
                    ? new SQLTransientException("The table or the device of a message is not there", e.getSQLState(), e)
                    : e;
        }
    }

    /**
     * What is kept for the slots of these values of a device.
     *
     * @return the literal for each slot; fails with a transient error if a slot is empty: its value was removed just
     *     now because of its age, and a retry gets that answer
     */
    Map<Slot, String> kept(UUID device, List<Value> values) {
        return session().doReturningWork(connection -> {
            Map<Slot, String> kept = read(connection, device, values);
            if (values.stream().anyMatch(value -> !kept.containsKey(value.slot))) {
                throw new SQLTransientException("A value that was there is no more");
            }
            return kept;
        });
    }

    private static Map<Slot, String> read(Connection connection, UUID device, List<Value> values) throws SQLException {
        Long[] times =
                values.stream().map(value -> value.slot.ts).distinct().sorted().toArray(Long[]::new);
        Map<Slot, String> kept = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(KEPT)) {
            select.setObject(1, device);
            // With these bounds PostgreSQL reads only the tables of these months
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

    private Session session() {
        return store.entityManager().unwrap(Session.class);
    }
}
