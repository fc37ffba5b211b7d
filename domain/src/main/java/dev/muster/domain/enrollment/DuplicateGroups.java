package dev.muster.domain.enrollment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the groups of rows that have an identifier or a name in common, also through a third row: if rows 1 and 2 have
 * the same identifier, and rows 2 and 3 the same name, the three rows are one group.
 *
 * @param rows in groups of two and more
 * @param count of these groups
 * @param arePairs whether each of them has two rows
 */
record DuplicateGroups(int rows, int count, boolean arePairs) {

    static DuplicateGroups of(List<InvalidRow> rows) {
        Links links = new Links(rows);
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            sizes.merge(links.root(i), 1, Integer::sum);
        }
        sizes.values().removeIf(size -> size < 2);
        int sum = sizes.values().stream().mapToInt(Integer::intValue).sum();
        return new DuplicateGroups(sum, sizes.size(), sum == 2 * sizes.size());
    }

    /** A forest over the positions of rows (union-find with path halving): all rows of a group have the same root. */
    private static final class Links {

        private final int[] parents;

        Links(List<InvalidRow> rows) {
            parents = new int[rows.size()];
            Map<Integer, Integer> byIdentifier = new HashMap<>();
            Map<Integer, Integer> byName = new HashMap<>();
            for (int i = 0; i < parents.length; i++) {
                parents[i] = i;
                link(byIdentifier.putIfAbsent(key(rows.get(i).identifierGroup(), i), i), i);
                link(byName.putIfAbsent(key(rows.get(i).nameGroup(), i), i), i);
            }
        }

        /** A row without a group has a key of its own. */
        private static int key(int group, int place) {
            return group == 0 ? -1 - place : group;
        }

        private void link(@Nullable Integer first, int place) {
            if (first != null) {
                parents[root(place)] = root(first);
            }
        }

        int root(int place) {
            int at = place;
            while (parents[at] != at) {
                parents[at] = parents[parents[at]];
                at = parents[at];
            }
            return at;
        }
    }
}
