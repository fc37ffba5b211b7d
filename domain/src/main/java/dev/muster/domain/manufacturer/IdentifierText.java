package dev.muster.domain.manufacturer;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/** The rules for an identifier of any scheme: all its characters are visible and look like no others. */
final class IdentifierText {
    private static final Set<UnicodeScript> OF_NO_SCRIPT =
            EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);

    private IdentifierText() {}

    /** All characters are visible, and the only blank is U+0020. */
    static boolean isPrintable(String text) {
        return isPlain(text) || text.codePoints().allMatch(IdentifierText::isPrintable);
    }

    /**
     * All letters are of one script (Unicode UTS #39 section 5.1, single script), and none is a compatibility form,
     * such as a full-width A, which NFKC would change.
     */
    static boolean looksOnlyLikeItself(String text) {
        if (isPlain(text)) {
            return true;
        }
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        text.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.removeAll(OF_NO_SCRIPT);
        return scripts.size() <= 1 && Normalizer.isNormalized(text, Normalizer.Form.NFKC);
    }

    /** Only printable ASCII, which needs no further check. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
