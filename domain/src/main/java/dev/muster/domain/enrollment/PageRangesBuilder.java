package dev.muster.domain.enrollment;

import dev.muster.domain.enrollment.InvalidPages.Range;
import java.util.ArrayList;
import java.util.List;

/** Joins pages that follow each other into ranges, up to a maximum number of ranges. */
final class PageRangesBuilder {

    private final int maxRanges;
    private final List<Range> ranges = new ArrayList<>();
    private int first = -1;
    private int last = -1;
    private boolean full;

    PageRangesBuilder(int maxRanges) {
        this.maxRanges = maxRanges;
    }

    /** Adds a page; pages come in ascending order. */
    void add(int page) {
        if (first >= 0 && page == last + 1) {
            last = page;
            return;
        }
        end();
        full = ranges.size() == maxRanges;
        first = page;
        last = page;
    }

    /** Whether the maximum is reached. */
    boolean isFull() {
        return full;
    }

    InvalidPages build() {
        if (!full) {
            end();
        }
        return new InvalidPages(ranges, full);
    }

    private void end() {
        if (first >= 0) {
            ranges.add(new Range(first, last));
        }
    }
}
