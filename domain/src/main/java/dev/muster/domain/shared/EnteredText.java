package dev.muster.domain.shared;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text that a person or a spreadsheet entered. The cells of an import are stored in the form of {@link #trimmed}: without
 * blanks around them and in one Unicode form. Texts are compared in the form of {@link #folded}, which also ignores case.
 */
public final class EnteredText {
    private EnteredText() {}

    /**
     * Takes blanks off both ends (also no-break and zero-width spaces, byte order marks and direction marks) and
     * brings the rest to NFC (Unicode UAX #15).
     *
     * @param entered as entered; null counts as empty
     * @return never null
     */
    public static String trimmed(String entered) {
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

    /** Such text is in every normal form already; a million rows are mostly made of it. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * The form in which two texts are the same: {@link #trimmed} and in upper case by the rules of no language, so
     * that a server in Turkey folds as one in Norway does. At most three times as long as the trimmed text.
     */
    public static String folded(String entered) {
        return trimmed(entered).toUpperCase(Locale.ROOT);
    }

    /** True if nothing is left after {@link #trimmed}. */
    public static boolean isBlank(String entered) {
        return trimmed(entered).isEmpty();
    }

    /** As {@link #trimmed}; null if nothing is left. */
    public static String orNull(String entered) {
        return isBlank(entered) ? null : trimmed(entered);
    }

    private static boolean isUnseen(char c) {
        return Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT || c >= '\t' && c <= '\r';
    }
}
