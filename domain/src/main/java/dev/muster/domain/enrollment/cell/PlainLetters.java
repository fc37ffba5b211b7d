package dev.muster.domain.enrollment.cell;

import dev.muster.domain.manufacturer.ForeignDigits;
import dev.muster.domain.manufacturer.LookalikeSigns;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Text as a person reads it. Cyrillic and Greek letters that look like Latin letters become these Latin letters. Signs
 * that look like an ASCII sign become this sign ({@link LookalikeSigns}). Digits of other scripts become ASCII digits.
 * Forms such as full-width letters become plain letters (NFKC, Unicode UAX #15). Other letters stay as they are. A
 * raised or circled sign may be a note and not a part of the text, so a text with such a sign keeps its forms.
 *
 * <p>The letters were chosen by their look. They are far fewer than in Unicode's confusables.txt (UTS #39), because a
 * keyboard or a scanner mixes up only letters of similar layouts. They are escapes here, because a reader could not
 * tell them apart otherwise.
 */
public final class PlainLetters {
    private static final String CYRILLIC =
            "\u0410\u0412\u0421\u0415\u041D\u0406\u0408\u041A\u041C\u041E\u0420\u0405\u0422\u0425\u0423"
                    + "\u04AE\u050C\u051A\u051C\u04C0\u0430\u0441\u0435\u04BB\u0456\u0458\u043E\u0440\u051B\u0455"
                    + "\u051D\u0445\u0443\u0501\u04CF";
    private static final String AS_CYRILLIC = "ABCEHIJKMOPSTXYYGQWIacehijopqswxydl";
    private static final String GREEK =
            "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03B1"
                    + "\u03B9\u03BD\u03BF\u03C1\u03C5\u03F2\u03F3";
    private static final String AS_GREEK = "ABEZHIKMNOPTYXaivopucj";
    private static final Map<Integer, Integer> LATIN = new HashMap<>();

    static {
        put(CYRILLIC, AS_CYRILLIC);
        put(GREEK, AS_GREEK);
    }

    private PlainLetters() {}

    public static String of(String text) {
        // Also before NFKC, which would turn the lunate sigma, which looks like a c, into a sigma that looks like no
        // Latin letter, and the non-breaking hyphen (U+2011) into a hyphen that is not ASCII either.
        String signs = latin(LookalikeSigns.plain(ForeignDigits.plain(text)));
        return signs.codePoints().anyMatch(PlainLetters::mayBeNote) ? signs : latin(nfkc(signs));
    }

    /**
     * Whether NFKC turns the character into characters of another kind: a digit, letters, or a blank with an accent.
     */
    private static boolean mayBeNote(int codePoint) {
        int type = Character.getType(codePoint);
        boolean isForm = type == Character.LETTER_NUMBER || codePoint >= 0xFF00 && codePoint < 0xFFE0;
        return codePoint >= 0x80
                && !isForm
                && nfkc(Character.toString(codePoint)).codePoints().anyMatch(c -> Character.getType(c) != type);
    }

    private static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String latin(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        text.codePoints().map(c -> LATIN.getOrDefault(c, c)).forEach(latin::appendCodePoint);
        return latin.toString();
    }

    private static void put(String letters, String latin) {
        for (int i = 0; i < letters.length(); i++) {
            LATIN.put((int) letters.charAt(i), (int) latin.charAt(i));
        }
    }
}
