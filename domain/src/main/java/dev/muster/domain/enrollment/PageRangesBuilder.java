package dev.muster.domain.enrollment;

import dev.muster.domain.enrollment.InvalidPages.Range;
import java.util.ArrayList;
import java.util.List;

/** Joins pages that follow each other into ranges, up to a maximum number of ranges. Further pages are only counted. */
final class PageRangesBuilder {

    private final int maxRanges;
    private final List<Range> ranges = new ArrayList<>();
    private int more;

    PageRangesBuilder(int maxRanges) {
        this.maxRanges = maxRanges;
    }

    /** Adds a page; pages come in ascending order. */
    void add(int page) {
        if (!ranges.isEmpty() && ranges.getLast().last() == page - 1) {
            ranges.add(new Range(ranges.removeLast().first(), page));
        } else if (ranges.size() < maxRanges) {
            ranges.add(new Range(page, page));
        } else {
            more++;
        }
    }

    InvalidPages build() {
        return new InvalidPages(ranges, more);
    }
}
