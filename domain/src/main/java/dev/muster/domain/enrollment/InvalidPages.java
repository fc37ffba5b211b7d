package dev.muster.domain.enrollment;

import java.util.List;

/**
 * The pages of a table that hold an invalid cell, rows being shown in file order.
 *
 * @param ranges of pages that follow each other, ascending, counted from 0
 * @param truncated whether there are more ranges
 */
public record InvalidPages(List<Range> ranges, boolean truncated) {

    /** No page at all. */
    public static final InvalidPages NONE = new InvalidPages(List.of(), false);

    public InvalidPages {
        ranges = List.copyOf(ranges);
    }

    /** Both ends included. */
    public record Range(int first, int last) {}
}
