package dev.muster.web.device;

import dev.muster.domain.device.TelemetryKey;
import dev.muster.domain.device.ValueType;
import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import dev.muster.web.shared.text.Texts;
import java.io.Serializable;
import java.math.BigDecimal;

/** One line of the form for a data model: a key as it is typed. */
public class KeyRow implements Serializable {

    private String name = "";

    private ValueType type = ValueType.NUMBER;

    private String unit;

    private String minimum;

    private String maximum;

    static KeyRow of(TelemetryKey key) {
        KeyRow row = new KeyRow();
        row.name = key.name();
        row.type = key.type();
        row.unit = key.unit();
        row.minimum = text(key.minimum());
        row.maximum = text(key.maximum());
        return row;
    }

    private static String text(Double number) {
        return number == null
                ? null
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** @throws ProblemException {@code validation-failed} */
    TelemetryKey toKey(Texts texts) {
        return new TelemetryKey(EnteredText.trimmed(name), type, unit, number(minimum, texts), number(maximum, texts));
    }

    private Double number(String text, Texts texts) {
        if (EnteredText.isBlank(text)) {
            return null;
        }
        try {
            return Double.valueOf(EnteredText.trimmed(text));
        } catch (NumberFormatException e) {
            throw ProblemException.invalid(texts.of("device.rangeOfKey", name));
        }
    }

    /** Whether all fields are empty. */
    boolean isEmpty() {
        return EnteredText.isBlank(name)
                && EnteredText.isBlank(unit)
                && EnteredText.isBlank(minimum)
                && EnteredText.isBlank(maximum);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public ValueType getType() {
        return type;
    }

    public void setType(ValueType type) {
        this.type = type;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public String getMinimum() {
        return minimum;
    }

    public void setMinimum(String minimum) {
        this.minimum = minimum;
    }

    public String getMaximum() {
        return maximum;
    }

    public void setMaximum(String maximum) {
        this.maximum = maximum;
    }
}
