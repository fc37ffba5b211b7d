package dev.muster.domain.enrollment.cell;

import dev.muster.domain.manufacturer.IgnorableCharacters;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Characters of an identifier that do not show. Most stand for nothing; but a no-break space may stand for a blank or for
 * nothing, and a soft hyphen for a hyphen or for nothing.
 */
public final class HiddenCharacters {
    /** Soft hyphen; and what a word processor keeps a non-breaking and an optional hyphen as. */
    private static final String HYPHENS = "[\\u00AD\\u001E\\u001F]+";

    private static final String BLANKS = "[\\p{Zs}&&[^ ]]+";
    private static final String OTHERS =
            "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}&&[^\\u00AD\\u001E\\u001F]]+";
    private static final Pattern TWOFOLD = Pattern.compile(HYPHENS + "|" + BLANKS);

    private HiddenCharacters() {}

    /** The texts that it may be, one or two; that text itself if everything shows. */
    public static List<String> readings(String text) {
        String shown = IgnorableCharacters.removed(text).replaceAll(OTHERS, "");
        if (!TWOFOLD.matcher(shown).find()) {
            return List.of(shown);
        }
        String without = shown.replaceAll(HYPHENS, "").replaceAll(BLANKS, "");
        return List.of(without, shown.replaceAll(HYPHENS, "-").replaceAll(BLANKS, " "));
    }
}
