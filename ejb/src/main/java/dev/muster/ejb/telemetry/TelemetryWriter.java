package dev.muster.ejb.telemetry;

import dev.muster.domain.telemetry.ReceivedTelemetry;
import dev.muster.domain.telemetry.TelemetryValue;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * Keeps messages, a row for each value, all of a request or none of it.
 *
 * <p>A message with a time of its own has the number 0: its values are kept once for (device, time, key), and the first one
 * stays. A message without has the time of its receipt and a number of the database's sequence, which no other message has,
 * on any server. Within one connection numbers rise with the messages, because the next request comes after this one is
 * committed.
 */
@ApplicationScoped
class TelemetryWriter {

    private static final String INTO =
            "insert into telemetry" + " (device_id, ts, message_number, data_key, data_value, received_at) values ";

    private static final String TIMED = INTO + "(?, ?, 0, ?, ?, ?) on conflict do nothing";

    /** Nothing here may give way: a value that cannot be kept undoes the request. */
    private static final String UNTIMED = INTO + "(?, ?, case when ? then nextval('telemetry_number')"
            + " else currval('telemetry_number') end, ?, ?, ?)";

    /**
     * What the next try finds otherwise: no month's table takes the time yet (PostgreSQL's check_violation), or the device
     * is being deleted at this moment (a foreign key, of PostgreSQL and of H2) and is nobody the next time.
     */
    private static final Set<String> PASSING = Set.of("23514", "23503", "23506");

    /** One order for all requests: two that repeat each other's values do not wait for one another in a circle. */
    private static final Comparator<Value> ORDER = Comparator.comparing((Value value) -> value.message.deviceId())
            .thenComparing(value -> value.message.message().ts())
            .thenComparing(Value::key);

    @Inject
    private Store store;

    @Inject
    private TakenTimes takenTimes;

    /**
     * A value that came in.
     *
     * @param index of its message in the request
     * @param isFirst of its message
     */
    record Value(int index, ReceivedTelemetry message, String key, String literal, boolean isFirst) {

        private static Stream<Value> of(int index, ReceivedTelemetry message) {
            List<Value> values = new ArrayList<>();
            message.message()
                    .data()
                    .forEach((key, value) -> values.add(
                            new Value(index, message, key, TelemetryValue.literal(value), values.isEmpty())));
            return values.stream();
        }
    }

    /** @return how many of the messages say something else than what is kept */
    int add(List<ReceivedTelemetry> messages, Instant receivedAt) {
        List<Value> timed = new ArrayList<>();
        List<Value> untimed = new ArrayList<>();
        for (int index = 0; index < messages.size(); index++) {
            ReceivedTelemetry message = messages.get(index);
            Value.of(index, message).forEach((message.hasOwnTime() ? timed : untimed)::add);
        }
        timed.sort(ORDER);
        OffsetDateTime at = receivedAt.atOffset(ZoneOffset.UTC);
        return store.entityManager().unwrap(Session.class).doReturningWork(connection -> {
            addUntimed(connection, untimed, at);
            return takenTimes.contradictions(connection, addTimed(connection, timed, at));
        });
    }

    private static void addUntimed(Connection connection, List<Value> values, OffsetDateTime at) throws SQLException {
        if (values.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(UNTIMED)) {
            insert.setObject(6, at);
            for (Value value : values) {
                insert.setObject(1, value.message.deviceId());
                insert.setLong(2, value.message.message().ts());
                insert.setBoolean(3, value.isFirst);
                insert.setString(4, value.key);
                insert.setString(5, value.literal);
                insert.addBatch();
            }
            execute(insert);
        }
    }

    /** @return the values whose time and key were taken before */
    private static List<Value> addTimed(Connection connection, List<Value> values, OffsetDateTime at)
            throws SQLException {
        List<Value> taken = new ArrayList<>();
        if (values.isEmpty()) {
            return taken;
        }
        try (PreparedStatement insert = connection.prepareStatement(TIMED)) {
            insert.setObject(5, at);
            for (Value value : values) {
                insert.setObject(1, value.message.deviceId());
                insert.setLong(2, value.message.message().ts());
                insert.setString(3, value.key);
                insert.setString(4, value.literal);
                insert.addBatch();
            }
            int[] counts = execute(insert);
            for (int i = 0; i < counts.length; i++) {
                // a driver that tells no count leaves the question open
                if (counts[i] != 1) {
                    taken.add(values.get(i));
                }
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
}
