package dev.muster.domain.telemetry;

import dev.muster.domain.device.TelemetryKey;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.StrictJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a device's body: one message, or an array of messages. It accepts all messages or none. */
public final class TelemetryReader {

    public static final int MAX_MESSAGES = 1_000;

    private static final int MAX_ERRORS = 100;

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
     * @param expected the rules for this device now
     * @return at least one, in the order of the body
     * @throws MalformedRequestException if it is not JSON
     * @throws TelemetryRefusal if a message breaks a rule
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
        message.keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> fault(index, TelemetryKey.isName(name) ? name : null, TelemetryFault.UNKNOWN_MEMBER));
        TelemetrySource source = source(index, message);
        long ts = ts(index, message.get("ts"));
        checkData(index, source, message.get("data"));
        if (errors.size() == before) {
            TelemetryRecord telemetry = new TelemetryRecord(ts, message.getJsonObject("data"));
            records.add(new ReceivedTelemetry(source.deviceId(), telemetry, message.containsKey("ts")));
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

    private long ts(int index, @Nullable JsonValue value) {
        if (value == null) {
            return expected.receivedAt().toEpochMilli();
        }
        Optional<TelemetryError> error = MessageTime.check(index, value, expected);
        error.ifPresent(this::add);
        return error.isPresent() ? 0 : MessageTime.millis(value);
    }

    private void checkData(int index, TelemetrySource source, @Nullable JsonValue value) {
        if (!(value instanceof JsonObject data) || data.isEmpty()) {
            fault(index, "data", TelemetryFault.NO_DATA);
            return;
        }
        int place = 0;
        for (Map.Entry<String, JsonValue> measured : data.entrySet()) {
            place++;
            check(index, place, source, measured);
        }
    }

    /** @param place of the key in {@code data}, from 1 */
    private void check(int index, int place, TelemetrySource source, Map.Entry<String, JsonValue> measured) {
        if (TelemetryKey.isName(measured.getKey())) {
            check(index, source, measured.getKey(), measured.getValue());
        } else {
            String detail = "Key " + place + " of data is wrong: " + TelemetryFault.INVALID_KEY.detail();
            add(new TelemetryError(index, null, TelemetryFault.INVALID_KEY, detail));
        }
    }

    private void check(int index, TelemetrySource source, String key, JsonValue measured) {
        MeasuredValue.fault(measured)
                .map(detail -> new TelemetryError(index, key, TelemetryFault.INVALID_VALUE, detail))
                .or(() -> ModelPolicy.check(source.model(), index, key, measured))
                .ifPresent(this::add);
    }

    private void fault(int index, @Nullable String key, TelemetryFault fault) {
        add(new TelemetryError(index, key, fault));
    }

    private void add(TelemetryError error) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(error);
        }
    }
}
