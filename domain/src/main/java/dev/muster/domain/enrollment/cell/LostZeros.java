package dev.muster.domain.enrollment.cell;

import dev.muster.domain.manufacturer.IdentifierRules;
import java.util.Optional;

/** A serial number that a program took for a number, so that it lost its leading zeros. */
public final class LostZeros {

    private LostZeros() {}

    /** Whether a program would write a number in this way: only digits, and no leading zero. */
    public static boolean isNumber(String text) {
        return !text.isEmpty() && text.charAt(0) != '0' && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * The serial number with as many leading zeros as the manufacturer's pattern needs.
     *
     * @return empty if the text is not a number or already fits, if no count of zeros makes it fit, or if several
     *     counts do
     */
    public static Optional<String> before(String text, IdentifierRules rules) {
        String found = null;
        String padded = isNumber(text) && rules.check(text).isPresent() ? "0" + text : "";
        while (!padded.isEmpty() && padded.length() <= IdentifierRules.MAX_LENGTH) {
            if (rules.check(padded).isEmpty()) {
                if (found != null) {
                    return Optional.empty();
                }
                found = padded;
            }
            padded = "0" + padded;
        }
        return Optional.ofNullable(found);
    }
}
