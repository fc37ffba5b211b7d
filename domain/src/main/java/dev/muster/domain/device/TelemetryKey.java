package dev.muster.domain.device;

import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** One key that devices of a model report, with the type and the range of its values. */
@Embeddable
public class TelemetryKey {

    public static final int MAX_NAME = 64;

    public static final int MAX_UNIT = 32;

    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "value_type")
    private ValueType type;

    private @Nullable String unit;

    private @Nullable Double minimum;

    private @Nullable Double maximum;

    @SuppressWarnings("NullAway.Init")
    protected TelemetryKey() {}

    /**
     * @param name as devices send it, 1 to 64 characters, none of them a control character
     * @param unit for people, as "°C"; blank for none
     * @param minimum the least number that is allowed, {@code null} for any
     * @param maximum the greatest number that is allowed, {@code null} for any
     * @throws ProblemException {@code validation-failed} if one of them breaks a rule
     */
    public TelemetryKey(
            @Nullable String name,
            @Nullable ValueType type,
            @Nullable String unit,
            @Nullable Double minimum,
            @Nullable Double maximum) {
        this.name = name == null ? "" : name;
        this.unit = EnteredText.orNull(unit);
        this.minimum = minimum;
        this.maximum = maximum;
        require(isName(this.name), "A key has 1 to " + MAX_NAME + " characters, none of them a control character.");
        if (type == null) {
            throw ProblemException.invalid("The key " + name + " needs a type: a number, a boolean or a text.");
        }
        this.type = type;
        checkUnitAndRange();
    }

    private void checkUnitAndRange() {
        require(
                unit == null || unit.length() <= MAX_UNIT && isText(unit),
                "The unit of the key " + name + " has at most " + MAX_UNIT + " characters.");
        require(
                type == ValueType.NUMBER || minimum == null && maximum == null,
                "The key " + name + " is not a number, so it cannot have a range.");
        require(
                isFinite(minimum) && isFinite(maximum),
                "The range of the key " + name + " has a number that is too large.");
        require(
                minimum == null || maximum == null || minimum <= maximum,
                "The minimum of the key " + name + " is greater than its maximum.");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw ProblemException.invalid(otherwise);
        }
    }

    /** Whether a device may send this as a key. */
    public static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= MAX_NAME && isText(text);
    }

    private static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private static boolean isFinite(@Nullable Double number) {
        return number == null || Double.isFinite(number);
    }

    public String name() {
        return name;
    }

    public ValueType type() {
        return type;
    }

    /** {@code null} if it has none. */
    public @Nullable String unit() {
        return unit;
    }

    /** {@code null} if there is no minimum. */
    public @Nullable Double minimum() {
        return minimum;
    }

    /** {@code null} if there is no maximum. */
    public @Nullable Double maximum() {
        return maximum;
    }
}
