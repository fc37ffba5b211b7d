package dev.muster.domain.manufacturer;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/**
 * The texts that spreadsheets and programs write if there is no value: an error value in any language ({@code #N/A},
 * {@code #BEZUG!}, {@code Err:502}), signs if a column is too narrow for its number ({@code ####}), or a word.
 */
public final class MissingValue {
    private static final Set<String> WORDS = Set.of(
            "NULL",
            "(NULL)",
            "<NULL>",
            "[NULL]",
            "\\N",
            "NAN",
            "N/A",
            "NA",
            "N.A.",
            "N.A",
            "N/V",
            "K.A.",
            "NIL",
            "NONE",
            "UNDEFINED",
            "UNKNOWN",
            "MISSING",
            "EMPTY",
            "(EMPTY)",
            "(BLANK)",
            "<NA>",
            "NAT",
            "TBD",
            "TBA",
            "TRUE",
            "FALSE",
            "WAHR",
            "FALSCH",
            "VRAI",
            "FAUX",
            "VERO",
            "FALSO",
            "VERDADERO",
            "VERDADEIRO",
            "WAAR",
            "ONWAAR",
            "FALSKT",
            "PRAWDA",
            "FA\u0141SZ",
            "\u0418\u0421\u0422\u0418\u041D\u0410",
            "\u041B\u041E\u0416\u042C",
            "INF",
            "-INF",
            "INFINITY",
            "NOT AVAILABLE",
            "NOT APPLICABLE");

    private static final Pattern ERROR_VALUE =
            Pattern.compile("#+|#[\u00A1\u00BF]?\\pL[\\pL0-9/_ .]*[!?]|#\\pL/\\pL|#NV|#YOK|#\\pL{3,}_\\pL{3,}"
                    + "|#NEN\u00CD_K_DISPOZICI|#HI\u00C1NYZIK|#ERROR|#REF|#VALUE|#NAME|#NULL|#NUM"
                    + "|(?:ERRO?|ERROR|ERREUR|FEHLER) ?:[0-9]{3}");

    private MissingValue() {}

    /** True for an error value, and for the signs of a column that is too narrow. */
    public static boolean isErrorValue(String trimmed) {
        return isSuspicious(trimmed) && ERROR_VALUE.matches(trimmed.toUpperCase(Locale.ROOT));
    }

    private static boolean isSuspicious(String text) {
        return text.startsWith("#")
                || text.regionMatches(true, 0, "ERR", 0, 3)
                || text.regionMatches(true, 0, "FEHLER", 0, 6);
    }

    /** True for an error value, for a word that means "no value", and for a text of signs only, such as {@code --}. */
    public static boolean isOne(String trimmed) {
        return WORDS.contains(trimmed.toUpperCase(Locale.ROOT))
                || isErrorValue(trimmed)
                || trimmed.chars().allMatch(c -> c < 0x80 && !Character.isLetterOrDigit(c));
    }
}
