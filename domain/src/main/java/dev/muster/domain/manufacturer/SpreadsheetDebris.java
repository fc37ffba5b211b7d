package dev.muster.domain.manufacturer;

import com.google.re2j.Pattern;
import dev.muster.domain.shared.EnteredText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that a spreadsheet or a program writes instead of an identifier, or around it. It is no device's identifier
 * under any scheme.
 *
 * @param inside the text inside the wrapping; null if there is none, or if it cannot be told
 */
public record SpreadsheetDebris(Kind kind, @Nullable String inside) {

    /** The contents of the cell. */
    public enum Kind {
        /** Perhaps an identifier. */
        NONE,
        /** An error value, a word for "no value", or a text without letters and digits. */
        NO_VALUE,
        /** A number whose digits are lost: {@code 3.52656E+14}, or one with more than 15 digits. */
        LOST_DIGITS,
        /** The beginning of a text, with an ellipsis after it. */
        CUT_OFF,
        /** A text with something around it: {@code ="0012345"}, {@code '0012345}, {@code 12345.0}, {@code 12,345}. */
        WRAPPED
    }

    private static final SpreadsheetDebris NOTHING = new SpreadsheetDebris(Kind.NONE, null);

    private static final int MOST_WRAPPINGS = 5;

    private static final Pattern CUT_OFF = Pattern.compile(".*(?:\\.\\.+|\u2026)");

    /** Reads a trimmed text of at most 128 characters. */
    public static SpreadsheetDebris of(String trimmed) {
        if (isUnsuspicious(trimmed)) {
            return NOTHING;
        }
        String inside = trimmed;
        for (int wrappings = 0; wrappings < MOST_WRAPPINGS; wrappings++) {
            Kind kind = kindOf(inside);
            if (kind != Kind.NONE) {
                return new SpreadsheetDebris(kind, null);
            }
            Optional<String> next = TextWrapping.inside(inside);
            if (next.isEmpty()) {
                return wrapped(trimmed, inside);
            }
            inside = EnteredText.trimmed(next.get());
        }
        return new SpreadsheetDebris(Kind.WRAPPED, null);
    }

    private static SpreadsheetDebris wrapped(String trimmed, String inside) {
        boolean isTwofold = TextWrapping.isTwofold(inside) || inside.startsWith("=\"");
        if (inside.equals(trimmed) && !isTwofold) {
            return NOTHING;
        }
        return new SpreadsheetDebris(Kind.WRAPPED, isTwofold ? null : inside);
    }

    private static Kind kindOf(String text) {
        if (MissingValue.isOne(text)) {
            return Kind.NO_VALUE;
        }
        if (SpreadsheetNumber.isOne(text) || TextWrapping.isTooLongANumber(text)) {
            return Kind.LOST_DIGITS;
        }
        return CUT_OFF.matches(text) ? Kind.CUT_OFF : Kind.NONE;
    }

    /** Only letters, digits, hyphens and colons, as nearly every identifier has; they need no further check. */
    private static boolean isUnsuspicious(String text) {
        boolean hasDigit = false;
        if (MissingValue.isErrorValue(text)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            hasDigit |= isDigit;
            if (!isDigit && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z') && c != '-' && c != ':') {
                return false;
            }
        }
        return hasDigit;
    }
}
