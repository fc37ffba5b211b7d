package dev.muster.domain.enrollment.row;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Spellings of a MAC address that its scheme does not accept: mixed separators, blanks, underscores, {@code 0x} and
 * octets without their leading zero ({@code 0:1a:2:3b:4:5c}, as ifconfig of Solaris and ether_ntoa(3) write them). If
 * one octet has kept its zero, an octet of one digit has lost another digit.
 */
final class MacSpelling {
    private static final Pattern LABEL = Pattern.compile("^'?\\s*(?:MAC\\b\\s*[:#=]?)?\\s*");
    private static final Pattern SEPARATORS = Pattern.compile("[-:._/\\s]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("(?:[0-9A-F]{2})+");

    /** Digits of an EUI-48. */
    private static final int WHOLE = 12;

    private MacSpelling() {}

    /** Octets in capitals with colons; empty if the text does not say where its octets begin. */
    static Optional<String> canonical(String text) {
        String bare = LABEL.matcher(text.toUpperCase(Locale.ROOT)).replaceFirst("");
        List<String> parts = Arrays.stream(SEPARATORS.split(bare))
                .map(part -> part.startsWith("0X") ? part.substring(2) : part)
                .toList();
        boolean octets = (parts.size() == 6 || parts.size() == 8)
                && (parts.stream().allMatch(part -> part.length() == 2)
                        || parts.stream().allMatch(MacSpelling::isWithoutZero));
        String digits = parts.stream()
                .map(part -> octets && part.length() == 1 ? "0" + part : part)
                .collect(Collectors.joining());
        return isWhole(parts, octets) && HEXADECIMAL.matches(digits)
                ? Optional.of(String.join(":", digits.split("(?<=\\G..)")))
                : Optional.empty();
    }

    /** Whether a program that leaves out leading zeros writes an octet so. */
    private static boolean isWithoutZero(String part) {
        return part.length() == 1 || part.length() == 2 && part.charAt(0) != '0';
    }

    /**
     * A part with an odd number of digits has lost a digit, and nobody knows where. A part beside a whole address is
     * something else.
     */
    private static boolean isWhole(List<String> parts, boolean octets) {
        return octets
                || parts.size() == 1
                || parts.stream().allMatch(part -> part.length() % 2 == 0 && part.length() < WHOLE);
    }
}
