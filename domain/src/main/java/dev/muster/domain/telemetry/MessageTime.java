package dev.muster.domain.telemetry;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** The time in a device's message: a whole number of milliseconds since 1970, within the operator's bounds. */
final class MessageTime {

    /** The last millisecond of the year 9999. */
    private static final BigDecimal MAX = BigDecimal.valueOf(253_402_300_799_999L);

    /** A time may be written with so many digits after the point, or zeros before it. */
    private static final int MAX_SCALE = 20;

    private MessageTime() {}

    /** Units that devices send instead of milliseconds: a Unix time in C, Python or Go. */
    private enum OtherUnit {
        SECONDS("seconds", BigDecimal.valueOf(1_000), "multiply it by 1,000"),
        MICROSECONDS("microseconds", new BigDecimal("0.001"), "divide it by 1,000"),
        NANOSECONDS("nanoseconds", new BigDecimal("0.000001"), "divide it by 1,000,000");

        private final String name;
        private final BigDecimal millis;
        private final String remedy;

        OtherUnit(String name, BigDecimal millis, String remedy) {
            this.name = name;
            this.millis = millis;
            this.remedy = remedy;
        }

        private String detail() {
            return "ts is a time in " + name + "; send it in milliseconds: " + remedy + ".";
        }
    }

    /**
     * Checks a message's {@code ts}.
     *
     * @return the error, with {@code index}; empty if {@link #millis} can read the time
     */
    static Optional<TelemetryError> check(int index, JsonValue value, TelemetryExpectation expected) {
        if (!(value instanceof JsonNumber number)) {
            return Optional.of(error(index, TelemetryFault.INVALID_TS, detailOfNoNumber(value)));
        }
        BigDecimal ts = number.bigDecimalValue();
        // the scale first: a sender must not be able to ask for arithmetic with an unbounded one
        if (Math.abs((long) ts.scale()) > MAX_SCALE) {
            return Optional.of(error(index, TelemetryFault.INVALID_TS, TelemetryFault.INVALID_TS.detail()));
        }
        return fault(ts, expected).map(fault -> error(index, fault, detail(ts, fault, expected)));
    }

    /** @param value a time in which {@link #check} found nothing wrong */
    static long millis(JsonValue value) {
        return ((JsonNumber) value).bigDecimalValue().longValueExact();
    }

    private static Optional<TelemetryFault> fault(BigDecimal ts, TelemetryExpectation expected) {
        if (ts.signum() <= 0 || ts.compareTo(MAX) > 0 || ts.stripTrailingZeros().scale() > 0) {
            return Optional.of(TelemetryFault.INVALID_TS);
        }
        if (ts.compareTo(millis(expected.earliest().toEpochMilli())) < 0) {
            return Optional.of(TelemetryFault.TS_TOO_OLD);
        }
        return ts.compareTo(millis(expected.latest().toEpochMilli())) > 0
                ? Optional.of(TelemetryFault.TS_IN_FUTURE)
                : Optional.empty();
    }

    private static String detail(BigDecimal ts, TelemetryFault fault, TelemetryExpectation expected) {
        return Arrays.stream(OtherUnit.values())
                .filter(unit -> ts.signum() > 0 && isWithin(ts.multiply(unit.millis), expected))
                .findFirst()
                .map(OtherUnit::detail)
                .orElse(fault.detail());
    }

    private static boolean isWithin(BigDecimal ts, TelemetryExpectation expected) {
        return ts.compareTo(millis(expected.earliest().toEpochMilli())) >= 0
                && ts.compareTo(millis(expected.latest().toEpochMilli())) <= 0;
    }

    private static String detailOfNoNumber(JsonValue value) {
        return value instanceof JsonString
                ? "ts is a text; send a number without quotes: milliseconds since 1970, such as 1764000000000."
                : TelemetryFault.INVALID_TS.detail();
    }

    private static BigDecimal millis(long value) {
        return BigDecimal.valueOf(value);
    }

    private static TelemetryError error(int index, TelemetryFault fault, String detail) {
        return new TelemetryError(index, "ts", fault, detail);
    }
}
