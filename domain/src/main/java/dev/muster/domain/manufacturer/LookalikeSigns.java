package dev.muster.domain.manufacturer;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Signs that only look like an ASCII sign: dashes, quotes, slashes and colons. A word processor, a web page or an input
 * method writes them instead of the sign on the device's label. They are escapes here, because a reader could not tell
 * them apart otherwise. Chosen from Unicode's category Pd and confusables.txt (UTS #39).
 */
public final class LookalikeSigns {
    /** In Japanese it lengthens a vowel; among other letters it is a hyphen from a Japanese keyboard. */
    private static final char PROLONGED_SOUND = '\u30FC';

    private static final Set<UnicodeScript> JAPANESE =
            EnumSet.of(UnicodeScript.KATAKANA, UnicodeScript.HIRAGANA, UnicodeScript.HAN);

    private static final Map<Character, Character> ASCII = new HashMap<>();

    static {
        put(
                '-',
                "\u02D7\u058A\u05BE\u1400\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2500\u2501"
                        + "\u2796\u2E17\u2E1A\u2E3A\u2E3B\u2E40\u301C\u3030\u30A0\uFE31\uFE32\uFE58\uFE63\uFF0D\uFF70");
        put(
                '\'',
                "\u00B4\u02B9\u02BB\u02BC\u02BD\u02BE\u02C8\u02CA\u02CB\u055A\u05F3\u2018\u2019\u201A\u201B\u2032\u2035"
                        + "\u2039\u203A\uFF07\uFF40");
        put(
                '"',
                "\u00AB\u00BB\u02BA\u02DD\u02EE\u05F4\u201C\u201D\u201E\u201F\u2033\u2036\u275D\u275E\u301D\u301E\uFF02");
        put('/', "\u1735\u2041\u2044\u2215\u2571\u27CB\u29F8\uFF0F");
        put('\\', "\u2216\u27CD\u29F5\u29F9\uFE68\uFF3C");
        put(':', "\u02D0\u02D1\u02F8\u0589\u05C3\u1803\u205A\u2236\uA789\uFE13\uFE30\uFE55\uFF1A");
    }

    private LookalikeSigns() {}

    /** The text with the ASCII sign for each sign that looks like it; other characters stay as they are. */
    public static String plain(String text) {
        if (isAscii(text)) {
            return text;
        }
        char prolonged = isJapanese(text) ? PROLONGED_SOUND : '-';
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c == PROLONGED_SOUND ? prolonged : ASCII.getOrDefault(c, c));
        }
        return plain.toString();
    }

    static boolean isIn(String text) {
        return !isAscii(text) && !plain(text).equals(text);
    }

    private static boolean isJapanese(String text) {
        return text.codePoints().mapToObj(UnicodeScript::of).anyMatch(JAPANESE::contains);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static void put(char sign, String lookalikes) {
        for (int i = 0; i < lookalikes.length(); i++) {
            ASCII.put(lookalikes.charAt(i), sign);
        }
    }
}
