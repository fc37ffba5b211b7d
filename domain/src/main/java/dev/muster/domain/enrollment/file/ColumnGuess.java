package dev.muster.domain.enrollment.file;

import dev.muster.domain.device.DeviceType;
import dev.muster.domain.enrollment.cell.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which of a file's columns is which, from their names and from the first rows. A person sees the guess and can
 * correct it; an import itself never guesses.
 */
final class ColumnGuess {

    private static final Map<Column, Set<String>> WORDS = Map.of(
            Column.UNIQUE_IDENTIFIER,
            Set.of(
                    "IMEI",
                    "SERIAL",
                    "SERIALNUMBER",
                    "SERIALNO",
                    "SN",
                    "MAC",
                    "EUI",
                    "DEVEUI",
                    "ID",
                    "IDENTIFIER",
                    "UID"),
            Column.DEVICE_NAME,
            Set.of("NAME", "LABEL", "TITLE", "ALIAS", "HOSTNAME"),
            Column.DEVICE_TYPE,
            Set.of("TYPE", "KIND", "CATEGORY", "CLASS", "ROLE"),
            Column.PARENT_GATEWAY,
            Set.of("PARENT", "GATEWAY", "HUB", "UPLINK"));

    /** Between words: anything but letters and digits, and the change to a capital letter. */
    private static final Pattern WORD_END = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    private static final Pattern IMEI_OR_MAC =
            Pattern.compile("[0-9]{14,15}|(?:[0-9A-Fa-f]{2}[:-]?){5,7}[0-9A-Fa-f]{2}");

    private static final Pattern CODE = Pattern.compile("(?=.*[0-9])[\\p{L}\\p{N}:._/-]{4,}");

    /** A name that says it, or contents that can hardly be anything else. */
    private static final int ENOUGH = 2;

    private final List<String> names;

    /** The texts of each column that are not empty. */
    private final List<List<String>> texts = new ArrayList<>();

    private ColumnGuess(List<String> names, List<List<String>> rows) {
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            texts.add(rows.stream()
                    .filter(row -> place < row.size() && !row.get(place).isEmpty())
                    .map(row -> row.get(place))
                    .toList());
        }
    }

    /**
     * The most likely places of those columns that are not known by Muster's own names.
     *
     * @param names of the file's columns
     * @param known the places of the known columns
     * @param rows the first rows, without the blanks around the cells; a row may have fewer or more cells than names
     */
    static Map<Column, Integer> of(List<String> names, Map<Column, Integer> known, List<List<String>> rows) {
        return new ColumnGuess(names, rows).guess(known);
    }

    private Map<Column, Integer> guess(Map<Column, Integer> known) {
        Map<Column, Integer> all = new EnumMap<>(Column.class);
        all.putAll(known);
        Set<Integer> free = distinctNames();
        free.removeAll(known.values());
        Map<Column, Integer> guessed = new EnumMap<>(Column.class);
        Guess best = best(all, free);
        while (best.score >= ENOUGH) {
            guessed.put(best.column, best.place);
            all.put(best.column, best.place);
            free.remove(best.place);
            best = best(all, free);
        }
        return guessed;
    }

    /** A column can be chosen by its name only if no other column has this name. */
    private Set<Integer> distinctNames() {
        Map<String, Long> counts = names.stream()
                .collect(Collectors.groupingBy(name -> name.strip().toUpperCase(Locale.ROOT), Collectors.counting()));
        Set<Integer> places = new TreeSet<>();
        for (int place = 0; place < names.size(); place++) {
            String name = names.get(place).strip().toUpperCase(Locale.ROOT);
            if (!name.isEmpty() && counts.getOrDefault(name, 0L) == 1) {
                places.add(place);
            }
        }
        return places;
    }

    private Guess best(Map<Column, Integer> found, Set<Integer> free) {
        return Arrays.stream(Column.values())
                .filter(column -> !found.containsKey(column))
                .flatMap(column -> free.stream().map(place -> new Guess(column, place, score(column, place, found))))
                .max(Comparator.comparingInt(Guess::score).thenComparing(guess -> -guess.place))
                .orElse(Guess.NONE);
    }

    private int score(Column column, int place, Map<Column, Integer> found) {
        int content = content(column, texts.get(place), found);
        return content < 0 ? 0 : content + name(column, names.get(place));
    }

    private static int name(Column column, String name) {
        Set<String> words = WORDS.getOrDefault(column, Set.of());
        boolean isSaid = Arrays.stream(WORD_END.split(name.strip()))
                .map(word -> word.toUpperCase(Locale.ROOT))
                .anyMatch(words::contains);
        return isSaid ? 2 : 0;
    }

    /** Less than 0 if the texts say that it is not this column. */
    private int content(Column column, List<String> some, Map<Column, Integer> found) {
        if (some.isEmpty()) {
            return 0;
        }
        return switch (column) {
            case UNIQUE_IDENTIFIER -> identifier(some);
            case DEVICE_NAME -> share(some, text -> DeviceType.parse(text).isPresent()) > 50 ? -1 : 0;
            case DEVICE_TYPE -> share(some, text -> DeviceType.parse(text).isPresent()) > 50 ? 3 : 0;
            case PARENT_GATEWAY -> parent(some, found.get(Column.UNIQUE_IDENTIFIER));
        };
    }

    private static int identifier(List<String> some) {
        if (new HashSet<>(some).size() < some.size()) {
            return 0;
        }
        if (share(some, text -> IMEI_OR_MAC.matcher(text).matches()) > 50) {
            return 3;
        }
        return share(some, text -> CODE.matcher(text).matches()) > 50 ? 1 : 0;
    }

    /** The identifiers of gateways are identifiers of the same file, or occur several times. */
    private int parent(List<String> some, @Nullable Integer identifiers) {
        if (identifiers == null) {
            return 0;
        }
        Set<String> all = new HashSet<>(texts.get(identifiers));
        return share(some, all::contains) > 50 ? 3 : 0;
    }

    /** Per cent. */
    private static int share(List<String> some, Predicate<String> test) {
        return (int) (100 * some.stream().filter(test).count() / some.size());
    }

    /** A column, the place where it may be, and how much says so. */
    private record Guess(Column column, int place, int score) {

        static final Guess NONE = new Guess(Column.UNIQUE_IDENTIFIER, 0, 0);
    }
}
