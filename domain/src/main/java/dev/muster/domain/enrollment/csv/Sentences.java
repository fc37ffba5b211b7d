package dev.muster.domain.enrollment.csv;

import dev.muster.domain.shared.EnteredText;
import java.util.Locale;

/** Parts of sentences about a file, for people. */
public final class Sentences {
    private static final int QUOTED_LENGTH = 60;

    /**
     * Characters that would end the sentence's line, and so could forge another line, or would reverse the order of its
     * text.
     */
    private static final String DISORDERLY = "[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+";

    private Sentences() {}

    /** A sentence about an exceeded limit, with both numbers: "Line 3 has 101 cells; at most 100 are allowed." */
    public static String limit(String subjectAndVerb, long came, String unit, long allowed) {
        return String.format(Locale.ROOT, "%s %,d %s; at most %,d are allowed.", subjectAndVerb, came, unit, allowed);
    }

    /** "1 row was skipped", "120 rows were skipped". */
    public static String skipped(long count, String unit) {
        return String.format(Locale.ROOT, "%,d %s skipped", count, count == 1 ? unit + " was" : unit + "s were");
    }

    /** Text of the file in quotes, on one line, cut to a length that fits into a sentence. */
    public static String quoted(String fromFile) {
        return "\"" + shortened(fromFile) + "\"";
    }

    /** The same without the quotes. */
    public static String shortened(String fromFile) {
        String trimmed = EnteredText.trimmed(fromFile.replaceAll(DISORDERLY, " "));
        return trimmed.codePointCount(0, trimmed.length()) <= QUOTED_LENGTH
                ? trimmed
                : trimmed.substring(0, trimmed.offsetByCodePoints(0, QUOTED_LENGTH)) + "…";
    }
}
