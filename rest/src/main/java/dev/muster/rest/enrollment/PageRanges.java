package dev.muster.rest.enrollment;

import java.util.ArrayList;
import java.util.List;

/**
 * Pages as ranges: pages that follow each other are one.
 *
 * @param ranges {@code [first, last]}, both included, ascending
 * @param truncated whether there are more than are told
 */
record PageRanges(List<List<Integer>> ranges, boolean truncated) {

    /** As api.md says: more tell nobody more. */
    static final int MAX_RANGES = 1_000;

    /** @param pages ascending, none twice */
    static PageRanges of(List<Integer> pages) {
        List<List<Integer>> ranges = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= pages.size(); i++) {
            boolean ends = i == pages.size() || pages.get(i) != pages.get(i - 1) + 1;
            if (ends && ranges.size() == MAX_RANGES) {
                return new PageRanges(ranges, true);
            }
            if (ends) {
                ranges.add(List.of(pages.get(begin), pages.get(i - 1)));
                begin = i;
            }
        }
        return new PageRanges(ranges, false);
    }
}
