package dev.muster.ejb.telemetry.intake;

import dev.muster.ejb.shared.Engine;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;

/** Inserts values that came in, a row for each value, and finds the values that were there before. */
@ApplicationScoped
class ReceivedTelemetryRepository {

    /** The columns of all values, an array each. It costs the engine far less than a statement for each value. */
    private static final String VALUES = """
            unnest(cast(? as uuid array), cast(? as bigint array), cast(? as varchar array), cast(? as varchar array)""";

    private static final String COLUMNS = "device_id, ts, data_key, data_value";

    private static final String INTO =
            "insert into telemetry (" + COLUMNS + ", message_number, received_at) select " + COLUMNS + ", ";

    private static final String AT = ", cast(? as timestamp(6) with time zone) from ";

    private static final String TIMED = INTO + "0" + AT + VALUES + ") as v (" + COLUMNS + ") on conflict do nothing";

    /** Has no "on conflict": if a value cannot be inserted, the whole request must fail. */
    private static final String UNTIMED = INTO
            + "case when is_first then nextval('telemetry_number') else currval('telemetry_number') end" + AT + VALUES
            + ", cast(? as boolean array)) as v (" + COLUMNS + ", is_first)";

    /** With the bounds of the times PostgreSQL reads only the tables of these months. */
    private static final String KEPT =
            "select t.device_id, t.ts, t.data_key, t.data_value from " + VALUES + ") as v (" + COLUMNS + """
            ) join telemetry t on t.device_id = v.device_id and t.ts = v.ts and t.message_number = 0
              and t.data_key = v.data_key
            where t.ts >= ? and t.ts <= ?""";

    private static final String WAIT_BRIEFLY = "set local lock_timeout = '500ms'";

    /**
     * SQL states of errors that a retry does not meet again. Either no month's table takes the time yet (PostgreSQL's
     * check_violation), or the device is being deleted at this moment (foreign key of PostgreSQL and of H2), and the
     * retry does not find it.
     */
    private static final Set<String> PASSING = Set.of("23514", "23503", "23506");

    @Inject
    private Store store;

    /** A device, a time and a key: at most one value is kept for it. */
    record Slot(UUID device, long ts, String key) {}

    /**
     * A value that came in.
     *
     * @param message index of its message in the request
     * @param isFirst whether it is the first value of its message
     */
    record Value(int message, Slot slot, String literal, boolean isFirst) {}

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
            insert.setObject(1, at);
            setColumns(insert, 2, values);
            insert.setArray(6, array(insert, "boolean", values, Value::isFirst));
            execute(insert);
        }
    }

    /**
     * Inserts values of messages with a time of their own, unless their slot is taken.
     *
     * @return how many were inserted
     */
    int addTimed(List<Value> values, OffsetDateTime at) {
        return values.isEmpty() ? 0 : session().doReturningWork(connection -> addTimed(connection, values, at));
    }

    private static int addTimed(Connection connection, List<Value> values, OffsetDateTime at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(TIMED)) {
            insert.setObject(1, at);
            setColumns(insert, 2, values);
            return execute(insert);
        }
    }

    private static int execute(PreparedStatement insert) throws SQLException {
        try {
            return insert.executeUpdate();
        } catch (SQLException e) {
            throw PASSING.contains(e.getSQLState())
                    ? new SQLTransientException("The table or the device of a message is not there", e.getSQLState(), e)
                    : e;
        }
    }

    /**
     * What is kept for the slots of these values.
     *
     * @return the literal for each slot; fails with a transient error if a slot is empty: its value was removed just
     *     now because of its age, and a retry gets that answer
     */
    Map<Slot, String> kept(List<Value> values) {
        return session().doReturningWork(connection -> {
            Map<Slot, String> kept = read(connection, values);
            if (values.stream().anyMatch(value -> !kept.containsKey(value.slot))) {
                throw new SQLTransientException("A value that was there is no more");
            }
            return kept;
        });
    }

    private static Map<Slot, String> read(Connection connection, List<Value> values) throws SQLException {
        LongSummaryStatistics times =
                values.stream().mapToLong(value -> value.slot.ts).summaryStatistics();
        Map<Slot, String> kept = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(KEPT)) {
            setColumns(select, 1, values);
            select.setLong(5, times.getMin());
            select.setLong(6, times.getMax());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Slot slot = new Slot(rows.getObject(1, UUID.class), rows.getLong(2), rows.getString(3));
                    kept.put(slot, rows.getString(4));
                }
            }
        }
        return kept;
    }

    /** @param first index of the first of the four parameters */
    private static void setColumns(PreparedStatement statement, int first, List<Value> values) throws SQLException {
        statement.setArray(first, array(statement, "uuid", values, value -> value.slot.device));
        statement.setArray(first + 1, array(statement, "bigint", values, value -> value.slot.ts));
        statement.setArray(first + 2, array(statement, "varchar", values, value -> value.slot.key));
        statement.setArray(first + 3, array(statement, "varchar", values, Value::literal));
    }

    private static Array array(
            PreparedStatement statement, String type, List<Value> values, Function<Value, Object> column)
            throws SQLException {
        return statement
                .getConnection()
                .createArrayOf(type, values.stream().map(column).toArray());
    }

    private Session session() {
        return store.entityManager().unwrap(Session.class);
    }
}
