package dev.muster.domain.enrollment;

import dev.muster.domain.shared.EnteredText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By which names a file's columns are known: Muster's own, or those that the importing manager gave. A column with a
 * name given is known by that alone. Compared without case and surrounding blanks.
 */
final class HeaderNames {
    private final Map<String, Column> columns = new HashMap<>();
    private final Map<Column, String> given = new HashMap<>();

    HeaderNames(Map<String, Column> mapping) {
        mapping.forEach((name, column) -> {
            columns.put(EnteredText.folded(name), column);
            given.put(column, name);
        });
        Arrays.stream(Column.values())
                .filter(column -> !given.containsKey(column))
                .forEach(column -> columns.putIfAbsent(EnteredText.folded(column.header()), column));
    }

    /** Null where the name is not known. */
    Column column(String name) {
        return columns.get(EnteredText.folded(name));
    }

    /** The columns that a file must have, or was said to have, and has not. */
    List<Column> missing(Set<Column> present) {
        return Arrays.stream(Column.values())
                .filter(column -> column.isRequired() || given.containsKey(column))
                .filter(column -> !present.contains(column))
                .toList();
    }

    /** What a sentence calls a column that is missing. */
    String called(Column column) {
        String name = given.get(column);
        return name == null ? column.header() : Sentences.quoted(name) + " (for " + column.header() + ")";
    }
}
