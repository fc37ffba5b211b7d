package dev.muster.ejb.telemetry.intake;

import dev.muster.domain.telemetry.ReceivedTelemetry;
import dev.muster.domain.telemetry.TelemetryValue;
import dev.muster.ejb.telemetry.intake.ReceivedTelemetryRepository.Slot;
import dev.muster.ejb.telemetry.intake.ReceivedTelemetryRepository.Value;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Stores messages, all of them or none. Each value is a row.
 *
 * <p>A message with a time of its own has the number 0. Of the values that a device sends for one time and key, only
 * the first is kept. A message without a time gets the time of its receipt and a number from the database's sequence,
 * which is unique on all servers. The numbers rise with the messages of one connection, because a device sends the next
 * request after this one is committed.
 */
@ApplicationScoped
class TelemetryWriter {

    /** One order for all requests, so that two requests that repeat each other's values do not deadlock. */
    private static final Comparator<Value> ORDER = Comparator.<Value, UUID>comparing(
                    value -> value.slot().device())
            .thenComparing(value -> value.slot().ts())
            .thenComparing(value -> value.slot().key());

    @Inject
    private ReceivedTelemetryRepository telemetry;

    /** Other devices wait for this transaction, so it does not wait long for a row of one of them: it fails instead. */
    void waitBriefly() {
        telemetry.waitBriefly();
    }

    /** @return the indices of the messages that differ from what is kept for their device, time and key */
    Set<Integer> add(List<ReceivedTelemetry> messages, Instant receivedAt) {
        List<Value> timed = new ArrayList<>();
        List<Value> untimed = new ArrayList<>();
        for (int index = 0; index < messages.size(); index++) {
            ReceivedTelemetry message = messages.get(index);
            (message.hasOwnTime() ? timed : untimed).addAll(values(index, message));
        }
        timed.sort(ORDER);
        OffsetDateTime at = receivedAt.atOffset(ZoneOffset.UTC);
        telemetry.addUntimed(untimed, at);
        return telemetry.addTimed(timed, at) < timed.size() ? contradictions(timed) : Set.of();
    }

    private static List<Value> values(int index, ReceivedTelemetry message) {
        List<Value> values = new ArrayList<>();
        message.message()
                .data()
                .forEach((key, value) -> values.add(new Value(
                        index,
                        new Slot(message.deviceId(), message.message().ts(), key),
                        TelemetryValue.literal(value),
                        values.isEmpty())));
        return values;
    }

    /** A message that is sent again says the same as what is kept, or it contradicts it. */
    private Set<Integer> contradictions(List<Value> values) {
        Map<Slot, String> kept = telemetry.kept(values);
        return values.stream()
                .filter(value ->
                        !TelemetryValue.isSame(Objects.requireNonNull(kept.get(value.slot())), value.literal()))
                .map(Value::message)
                .collect(Collectors.toSet());
    }
}
