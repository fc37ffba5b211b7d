package dev.muster.domain.telemetry;

import java.util.Locale;

/** A fault of a message that is readable JSON. */
public enum TelemetryFault {
    NO_MESSAGES("There is no message in the array; send at least one."),
    TOO_MANY_MESSAGES("There are too many messages in the array; send at most 1,000 at a time."),
    NOT_AN_OBJECT("A message is an object with data and, if the device has a clock, ts."),
    UNKNOWN_MEMBER("A message has the members ts, data and, from a gateway, device, and no others."),
    UNKNOWN_DEVICE(
            "device does not name a peripheral that reports through this gateway; import it with this gateway as its"
                    + " parentGateway."),
    INVALID_TS("ts is a whole number of milliseconds since 1970, such as 1764000000000."),
    TS_TOO_OLD(
            "ts is older than the server accepts; if the device's clock is right, leave the message out, otherwise set"
                    + " the clock or leave ts out."),
    TS_IN_FUTURE("ts is too far in the future; set the device's clock, or leave ts out."),
    NO_DATA("data is an object with at least one key."),
    INVALID_KEY("A key has 1 to 64 characters, none of them a control character."),
    INVALID_VALUE("A value is a number, true, false or a text of at most 1,000 characters."),
    UNKNOWN_KEY("The device's model does not have this key and refuses unknown keys."),
    WRONG_TYPE("The value does not have the type in the device's model."),
    OUT_OF_RANGE("The number is outside the range that the device's model allows.");

    private final String detail;

    TelemetryFault(String detail) {
        this.detail = detail;
    }

    /** Kebab case, for programs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One sentence for people: what would be right. */
    public String detail() {
        return detail;
    }
}
