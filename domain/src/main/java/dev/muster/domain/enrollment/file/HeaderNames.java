package dev.muster.domain.enrollment.file;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.csv.Sentences;
import dev.muster.domain.shared.EnteredText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names by which a file's columns are known: Muster's own, or names that the importing manager gave. A column with
 * a given name is known by that name only. Muster's own names are compared without case, blanks, {@code _}, {@code -}
 * and {@code .}. Given names are compared without case and the blanks around them, because two columns of the file may
 * differ in the other characters only.
 */
final class HeaderNames {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}_.]+");

    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, Column> own = new HashMap<>();
    private final Map<Column, String> given = new HashMap<>();

    HeaderNames(Map<String, Column> mapping) {
        mapping.forEach((name, column) -> {
            columns.put(EnteredText.folded(name), column);
            given.put(column, name);
        });
        Arrays.stream(Column.values())
                .filter(column -> !given.containsKey(column))
                .forEach(column -> own.put(bare(column.header()), column));
    }

    /** Null if the name is not known. */
    @Nullable
    Column column(String name) {
        Column mapped = columns.get(EnteredText.folded(name));
        return mapped == null ? own.get(bare(name)) : mapped;
    }

    private static String bare(String name) {
        return SEPARATORS.matcher(EnteredText.folded(name)).replaceAll("");
    }

    /** The columns that a file must have, or has by the mapping, and that are not present. */
    List<Column> missing(Set<Column> present) {
        return Arrays.stream(Column.values())
                .filter(column -> column.isRequired() || given.containsKey(column))
                .filter(column -> !present.contains(column))
                .toList();
    }

    /** The name of a missing column in a sentence. */
    String called(Column column) {
        String name = given.get(column);
        return name == null ? column.header() : Sentences.quoted(name) + " (for " + column.header() + ")";
    }
}
