package dev.muster.rest.enrollment.row;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of the row that the client has changed (RFC 9110 section 13.1.1): a quoted tag, or its bare number. */
final class IfMatch {

    private static final Pattern VERSION = Pattern.compile("\\s*(\"?)(\\d{1,9})\\1\\s*");

    /** No row has this version, so a text that is not a version never matches. */
    private static final int NO_VERSION = -1;

    private IfMatch() {}

    /**
     * @param header as sent; null if it is missing
     * @return empty if any version matches
     */
    static OptionalInt parse(String header) {
        if (header == null || header.strip().equals("*")) {
            return OptionalInt.empty();
        }
        Matcher matcher = VERSION.matcher(header);
        return OptionalInt.of(matcher.matches() ? Integer.parseInt(matcher.group(2)) : NO_VERSION);
    }
}
