package dev.muster.domain.telemetry;

import dev.muster.domain.device.TelemetryKey;
import dev.muster.domain.shared.MalformedRequestException;
import dev.muster.domain.shared.StrictJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a device sent: one message, or an array of messages. All of it is right, or none of it is taken. */
public final class TelemetryReader {

    public static final int MAX_MESSAGES = 1_000;

    private static final int MAX_ERRORS = 100;

    private static final int MAX_TEXT = 1_000;

    private static final int MAX_NUMBER = 100;

    /** The last millisecond of the year 9999. */
    private static final long MAX_TS = 253_402_300_799_999L;

    /** Digits behind the point, or zeros before it, that a whole number of milliseconds may be written with. */
    private static final int MAX_SCALE = 20;

    private static final Set<String> MEMBERS = Set.of("ts", "data", "device");

    private final TelemetryExpectation expected;

    private final List<TelemetryError> errors = new ArrayList<>();

    private TelemetryReader(TelemetryExpectation expected) {
        this.expected = expected;
    }

    /**
     * Reads a body.
     *
     * @param body JSON in UTF-8, of at most 1 MiB
     * @param expected what is right for this device now
     * @return in the order sent, at least one
     * @throws MalformedRequestException where it is not JSON
     * @throws TelemetryRefusal where something in it is wrong
     */
    public static List<ReceivedTelemetry> read(byte[] body, TelemetryExpectation expected)
            throws MalformedRequestException {
        JsonValue value = StrictJson.value(body);
        TelemetryReader reader = new TelemetryReader(expected);
        List<ReceivedTelemetry> records = reader.messages(value);
        if (!reader.errors.isEmpty()) {
            throw new TelemetryRefusal(reader.errors);
        }
        return records;
    }

    private List<ReceivedTelemetry> messages(JsonValue value) {
        List<? extends JsonValue> messages = value instanceof JsonArray array ? array : List.of(value);
        if (messages.isEmpty() || messages.size() > MAX_MESSAGES) {
            fault(0, null, messages.isEmpty() ? TelemetryFault.NO_MESSAGES : TelemetryFault.TOO_MANY_MESSAGES);
            return List.of();
        }
        List<ReceivedTelemetry> records = new ArrayList<>(messages.size());
        for (int index = 0; index < messages.size() && errors.size() < MAX_ERRORS; index++) {
            message(index, messages.get(index), records);
        }
        return records;
    }

    private void message(int index, JsonValue value, List<ReceivedTelemetry> records) {
        if (!(value instanceof JsonObject message)) {
            fault(index, null, TelemetryFault.NOT_AN_OBJECT);
            return;
        }
        int before = errors.size();
        if (!MEMBERS.containsAll(message.keySet())) {
            fault(index, null, TelemetryFault.UNKNOWN_MEMBER);
        }
        TelemetrySource source = source(index, message);
        long ts = ts(index, message);
        checkData(index, source, message.get("data"));
        if (errors.size() == before) {
            records.add(
                    new ReceivedTelemetry(source.deviceId(), new TelemetryRecord(ts, message.getJsonObject("data"))));
        }
    }

    private TelemetrySource source(int index, JsonObject message) {
        JsonValue device = message.get("device");
        if (device == null) {
            return expected.sources().sender();
        }
        Optional<TelemetrySource> peripheral = device instanceof JsonString identifier
                ? expected.sources().peripheral(identifier.getString())
                : Optional.empty();
        if (peripheral.isEmpty()) {
            fault(index, "device", TelemetryFault.UNKNOWN_DEVICE);
        }
        return peripheral.orElse(new TelemetrySource(expected.sources().sender().deviceId(), null));
    }

    private long ts(int index, JsonObject message) {
        JsonValue value = message.get("ts");
        if (value == null) {
            // a millisecond apart: of several values for one time the first alone is kept
            return expected.receivedAt().toEpochMilli() + index;
        }
        if (value instanceof JsonNumber number && isTime(number)) {
            return bounded(index, number.longValueExact());
        }
        fault(index, "ts", TelemetryFault.INVALID_TS);
        return 0;
    }

    private long bounded(int index, long ts) {
        if (ts < expected.earliest().toEpochMilli()) {
            fault(index, "ts", TelemetryFault.TS_TOO_OLD);
        } else if (ts > expected.latest().toEpochMilli()) {
            fault(index, "ts", TelemetryFault.TS_IN_FUTURE);
        }
        return ts;
    }

    private static boolean isTime(JsonNumber number) {
        BigDecimal millis = number.bigDecimalValue();
        // the scale first: arithmetic with an unbounded one is what a sender must not be able to ask for
        return Math.abs((long) millis.scale()) <= MAX_SCALE
                && millis.signum() > 0
                && millis.compareTo(BigDecimal.valueOf(MAX_TS)) <= 0
                && millis.stripTrailingZeros().scale() <= 0;
    }

    private void checkData(int index, TelemetrySource source, JsonValue value) {
        if (!(value instanceof JsonObject data) || data.isEmpty()) {
            fault(index, "data", TelemetryFault.NO_DATA);
            return;
        }
        data.forEach((key, measured) -> {
            if (!TelemetryKey.isName(key)) {
                fault(index, null, TelemetryFault.INVALID_KEY);
            } else if (!isValue(measured)) {
                fault(index, key, TelemetryFault.INVALID_VALUE);
            } else {
                ModelPolicy.check(source.model(), index, key, measured).ifPresent(this::add);
            }
        });
    }

    private static boolean isValue(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE, FALSE -> true;
            case NUMBER -> value.toString().length() <= MAX_NUMBER;
            case STRING -> isText(((JsonString) value).getString());
            default -> false;
        };
    }

    /** PostgreSQL keeps no NUL, and neither database half a surrogate pair. */
    private static boolean isText(String text) {
        return text.length() <= MAX_TEXT
                && text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    private void fault(int index, String key, TelemetryFault fault) {
        add(new TelemetryError(index, key, fault));
    }

    private void add(TelemetryError error) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(error);
        }
    }
}
