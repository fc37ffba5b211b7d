package dev.muster.domain.enrollment;

import java.util.List;

/**
 * The pages of a table that hold an invalid cell, rows being shown in file order.
 *
 * @param ranges of pages that follow each other, ascending, counted from 0
 * @param more how many further pages with an invalid cell are in no range
 */
public record InvalidPages(List<Range> ranges, int more) {

    /** No page at all. */
    public static final InvalidPages NONE = new InvalidPages(List.of(), 0);

    public InvalidPages {
        ranges = List.copyOf(ranges);
    }

    /** Both ends included. */
    public record Range(int first, int last) {}
}
