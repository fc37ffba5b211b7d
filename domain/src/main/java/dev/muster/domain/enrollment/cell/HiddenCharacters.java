package dev.muster.domain.enrollment.cell;

import dev.muster.domain.manufacturer.IgnorableCharacters;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Invisible characters in an identifier. Most of them mean nothing. A no-break space may mean a blank or nothing, and a
 * soft hyphen may mean a hyphen or nothing.
 */
public final class HiddenCharacters {
    /**
     * The soft hyphen, and the control characters with which a word processor stores a non-breaking and an optional
     * hyphen.
     */
    private static final String HYPHENS = "[\\u00AD\\u001E\\u001F]+";

    private static final String BLANKS = "[\\p{Zs}&&[^ ]]+";
    private static final String OTHERS =
            "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}&&[^\\u00AD\\u001E\\u001F]]+";
    private static final Pattern TWOFOLD = Pattern.compile(HYPHENS + "|" + BLANKS);

    private HiddenCharacters() {}

    /** The one or two texts that the writer may have meant; the text itself if all its characters are visible. */
    public static List<String> readings(String text) {
        String shown = IgnorableCharacters.removed(text).replaceAll(OTHERS, "");
        if (!TWOFOLD.matcher(shown).find()) {
            return List.of(shown);
        }
        String without = shown.replaceAll(HYPHENS, "").replaceAll(BLANKS, "");
        return List.of(without, shown.replaceAll(HYPHENS, "-").replaceAll(BLANKS, " "));
    }
}
