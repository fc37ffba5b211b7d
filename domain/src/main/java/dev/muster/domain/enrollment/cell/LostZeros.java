package dev.muster.domain.enrollment.cell;

import dev.muster.domain.manufacturer.IdentifierRules;
import java.util.Optional;

/** A serial number that was taken for a number, and so lost the zeros that it began with. */
public final class LostZeros {

    private LostZeros() {}

    /** Whether the text is a number as it is written: digits, and no zero before them. */
    public static boolean isNumber(String text) {
        return !text.isEmpty() && text.charAt(0) != '0' && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * The serial number with its zeros: as many as make it fit the manufacturer's pattern.
     *
     * @return empty if it is no number or fits as it is, if no count of zeros makes it fit, or more than one does
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
