package dev.muster.domain.shared;

import dev.muster.domain.shared.json.StrictJson;
import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A JSON number that keeps its text: {@code 1e0} and {@code 1} are one value but two texts, and a signature covers the
 * text. {@link StrictJson} bounds its length and its exponent, so that no arithmetic with it takes long.
 */
public final class WrittenNumber implements JsonNumber {

    private final String written;

    private final BigDecimal value;

    /** @param written a number in the grammar of RFC 8259 section 6, with an exponent that fits a BigDecimal */
    public WrittenNumber(String written) {
        this.written = written;
        this.value = new BigDecimal(written);
    }

    /** Whether it has no exponent: digits, perhaps with a sign or a fraction. */
    public boolean isPlain() {
        return written.indexOf('e') < 0 && written.indexOf('E') < 0;
    }

    /** Whether it is written as a whole number: digits, perhaps with a sign before them. */
    public boolean isWhole() {
        return isPlain() && written.indexOf('.') < 0;
    }

    /** Whether it begins with a minus sign; minus zero does, too. */
    public boolean isNegative() {
        return written.startsWith("-");
    }

    @Override
    public boolean isIntegral() {
        return value.scale() == 0;
    }

    @Override
    public int intValue() {
        return value.intValue();
    }

    @Override
    public int intValueExact() {
        return value.intValueExact();
    }

    @Override
    public long longValue() {
        return value.longValue();
    }

    @Override
    public long longValueExact() {
        return value.longValueExact();
    }

    @Override
    public BigInteger bigIntegerValue() {
        return value.toBigInteger();
    }

    @Override
    public BigInteger bigIntegerValueExact() {
        return value.toBigIntegerExact();
    }

    @Override
    public double doubleValue() {
        return value.doubleValue();
    }

    @Override
    public Number numberValue() {
        return value;
    }

    @Override
    public BigDecimal bigDecimalValue() {
        return value;
    }

    @Override
    public ValueType getValueType() {
        return ValueType.NUMBER;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonNumber number && value.equals(number.bigDecimalValue());
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
