package dev.muster.domain.telemetry;

import dev.muster.domain.device.DeviceModel;
import dev.muster.domain.device.TelemetryKey;
import dev.muster.domain.device.UnknownKeys;
import dev.muster.domain.device.ValueType;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a value against the device's model. */
final class ModelPolicy {

    private ModelPolicy() {}

    /**
     * @param model {@code null} for a device without a model, whose values are all right
     * @param value a number, boolean or text
     * @return the error, with {@code index}; empty if there is none
     */
    static Optional<TelemetryError> check(@Nullable DeviceModel model, int index, String key, JsonValue value) {
        if (model == null) {
            return Optional.empty();
        }
        Optional<TelemetryKey> known = model.key(key);
        if (known.isPresent()) {
            return check(known.get(), index, value);
        }
        return model.unknownKeys() == UnknownKeys.KEEP
                ? Optional.empty()
                : Optional.of(new TelemetryError(index, key, TelemetryFault.UNKNOWN_KEY));
    }

    private static Optional<TelemetryError> check(TelemetryKey key, int index, JsonValue value) {
        if (type(value) != key.type()) {
            String detail = "The device's model says that this is a " + key.type() + ".";
            return Optional.of(new TelemetryError(index, key.name(), TelemetryFault.WRONG_TYPE, detail));
        }
        if (value instanceof JsonNumber number && !isInRange(number.bigDecimalValue(), key)) {
            return Optional.of(new TelemetryError(index, key.name(), TelemetryFault.OUT_OF_RANGE, range(key)));
        }
        return Optional.empty();
    }

    private static ValueType type(JsonValue value) {
        return switch (value.getValueType()) {
            case NUMBER -> ValueType.NUMBER;
            case TRUE, FALSE -> ValueType.BOOLEAN;
            default -> ValueType.TEXT;
        };
    }

    private static boolean isInRange(BigDecimal number, TelemetryKey key) {
        return (key.minimum() == null || number.compareTo(BigDecimal.valueOf(key.minimum())) >= 0)
                && (key.maximum() == null || number.compareTo(BigDecimal.valueOf(key.maximum())) <= 0);
    }

    private static String range(TelemetryKey key) {
        String bounds;
        if (key.maximum() == null) {
            bounds = plain(key.minimum()) + " and more.";
        } else if (key.minimum() == null) {
            bounds = plain(key.maximum()) + " and less.";
        } else {
            bounds = plain(key.minimum()) + " to " + plain(key.maximum()) + ".";
        }
        return "The device's model allows " + bounds;
    }

    private static String plain(@Nullable Double number) {
        return BigDecimal.valueOf(Objects.requireNonNull(number))
                .stripTrailingZeros()
                .toPlainString();
    }
}
