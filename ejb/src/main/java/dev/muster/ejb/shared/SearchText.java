package dev.muster.ejb.shared;

import dev.muster.domain.shared.EnteredText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A text that a list is searched for, as a part of a query: some text of an entry contains it, without regard to case.
 *
 * @param entered as entered; null or blank lets all entries pass
 */
public record SearchText(String entered) {

    private static final String NAME = "searched";

    public boolean isBlank() {
        return EnteredText.isBlank(entered);
    }

    /**
     * A condition with a leading "and"; empty if all entries pass.
     *
     * @param columns paths of texts, one of which contains the text
     */
    public String in(String... columns) {
        return isBlank() ? "" : " and " + any(columns);
    }

    /** The same without the "and"; only if the text is not blank. */
    public static String any(String... columns) {
        return Arrays.stream(columns)
                .map(column -> "upper(" + column + ") like :" + NAME + " escape '!'")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** The parameters of a query with such a condition: the others, and that of the condition. */
    public Map<String, Object> with(Map<String, ?> others) {
        Map<String, Object> parameters = new HashMap<>(others);
        if (!isBlank()) {
            parameters.put(NAME, pattern());
        }
        return parameters;
    }

    /** A percent sign or an underscore that is searched for means itself. */
    private String pattern() {
        return "%" + EnteredText.folded(entered).replaceAll("([!%_])", "!$1") + "%";
    }
}
