package dev.muster.ejb.shared;

import dev.muster.domain.shared.EnteredText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text that a list is searched for, as a part of a query. An entry matches if one of its texts contains the text,
 * without regard to case.
 *
 * @param entered as entered; null or blank finds all entries
 */
public record SearchText(@Nullable String entered) {

    private static final String NAME = "searched";

    public boolean isBlank() {
        return EnteredText.isBlank(entered);
    }

    /**
     * A condition with a leading "and"; empty if the text is blank.
     *
     * @param columns paths of texts, one of which must contain the text
     */
    public String in(String... columns) {
        return isBlank() ? "" : " and " + any(columns);
    }

    /** The same condition without the "and", for a text that is not blank. */
    public static String any(String... columns) {
        return Arrays.stream(columns)
                .map(column -> "upper(" + column + ") like :" + NAME + " escape '!'")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** The parameters of a query with such a condition: the others and the one of the condition. */
    public Map<String, Object> with(Map<String, ?> others) {
        Map<String, Object> parameters = new HashMap<>(others);
        if (!isBlank()) {
            parameters.put(NAME, pattern());
        }
        return parameters;
    }

    /** Escapes percent signs and underscores, so that they mean themselves. */
    private String pattern() {
        return "%" + EnteredText.folded(entered).replaceAll("([!%_])", "!$1") + "%";
    }
}
