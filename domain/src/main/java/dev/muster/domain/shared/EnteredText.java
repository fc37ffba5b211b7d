package dev.muster.domain.shared;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text that a person or a spreadsheet has entered. The cells of an import are stored {@link #trimmed}: without blanks
 * around them and in one Unicode form. Texts are compared {@link #folded}, which also ignores case.
 */
public final class EnteredText {
    private EnteredText() {}

    /**
     * Removes blanks from both ends (also no-break and zero-width spaces, byte order marks and direction marks) and
     * converts the rest to NFC (Unicode UAX #15).
     *
     * @param entered null counts as empty
     */
    public static String trimmed(@Nullable String entered) {
        if (entered == null) {
            return "";
        }
        int start = 0;
        int end = entered.length();
        while (start < end && isUnseen(entered.charAt(start))) {
            start++;
        }
        while (end > start && isUnseen(entered.charAt(end - 1))) {
            end--;
        }
        String kept = entered.substring(start, end);
        return isAscii(kept) ? kept : Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    /** ASCII is in every normal form already, and most of a million rows is ASCII. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * The form in which texts are compared: {@link #trimmed} and in upper case, independent of the language, so that a
     * server in Turkey gives the same result as one in Norway. At most three times as long as the trimmed text.
     */
    public static String folded(@Nullable String entered) {
        return trimmed(entered).toUpperCase(Locale.ROOT);
    }

    /** True if nothing is left after {@link #trimmed}. */
    public static boolean isBlank(@Nullable String entered) {
        return trimmed(entered).isEmpty();
    }

    /** As {@link #trimmed}; null if nothing is left. */
    public static @Nullable String orNull(@Nullable String entered) {
        return isBlank(entered) ? null : trimmed(entered);
    }

    private static boolean isUnseen(char c) {
        return Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT || c >= '\t' && c <= '\r';
    }
}
