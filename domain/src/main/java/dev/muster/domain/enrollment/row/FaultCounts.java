package dev.muster.domain.enrollment.row;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many cells have each kind of fault.
 *
 * @param cells at least one of each kind that is in it
 */
public record FaultCounts(Map<FaultKind, Integer> cells) {

    public static final FaultCounts NONE = new FaultCounts(Map.of());

    /** Copies the counts, and leaves out kinds without cells. */
    public FaultCounts {
        Map<FaultKind, Integer> copy = new TreeMap<>(cells);
        copy.values().removeIf(count -> count == 0);
        cells = Collections.unmodifiableMap(copy);
    }

    /** Reads what {@link #text()} wrote. Leaves out kinds that are not known any more. */
    public static FaultCounts parse(String text) {
        Map<FaultKind, Integer> cells = new TreeMap<>();
        for (String entry : text.isEmpty() ? new String[0] : text.split(",")) {
            int sign = entry.indexOf('=');
            FaultKind.parse(entry.substring(0, sign))
                    .ifPresent(kind -> cells.put(kind, Integer.valueOf(entry.substring(sign + 1))));
        }
        return new FaultCounts(cells);
    }

    /** The counts as text: ASCII, at most 2,048 characters. */
    public String text() {
        return cells.entrySet().stream()
                .map(entry -> entry.getKey().text() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    /** These counts after some rows changed, whose own counts were {@code before} and are now {@code after}. */
    FaultCounts replace(FaultCounts before, FaultCounts after) {
        Map<FaultKind, Integer> changed = new TreeMap<>(cells);
        before.cells.forEach((kind, count) -> changed.merge(kind, -count, Integer::sum));
        after.cells.forEach((kind, count) -> changed.merge(kind, count, Integer::sum));
        return new FaultCounts(changed);
    }
}
