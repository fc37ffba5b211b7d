package dev.muster.web.enrollment.grid;

import dev.muster.domain.enrollment.InvalidPages;
import dev.muster.domain.enrollment.InvalidPages.Range;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pages of a table as ranges, in the way that people write them: {@code 3, 7–12}. The argument of the constructor
 * counts pages from 0; the text counts from 1.
 */
public final class PageRanges {

    /** More ranges do not fit into a tooltip. */
    private static final int MAX_RANGES = 40;

    private final InvalidPages pages;

    public PageRanges(InvalidPages pages) {
        this.pages = pages;
    }

    /** The ranges, from 1. */
    public String text() {
        return pages.ranges().stream().limit(MAX_RANGES).map(PageRanges::range).collect(Collectors.joining(", "));
    }

    /** How many further pages there are. */
    public int more() {
        List<Range> ranges = pages.ranges();
        return pages.more()
                + ranges.stream()
                        .skip(MAX_RANGES)
                        .mapToInt(range -> range.last() - range.first() + 1)
                        .sum();
    }

    /** The pages, from 1, that are within this distance of a page, separated by spaces. */
    public String around(int page, int distance) {
        return IntStream.rangeClosed(Math.max(0, page - distance), page + distance)
                .filter(this::contains)
                .mapToObj(p -> String.valueOf(p + 1))
                .collect(Collectors.joining(" "));
    }

    public boolean isEmpty() {
        return pages.ranges().isEmpty();
    }

    private boolean contains(int page) {
        return pages.ranges().stream().anyMatch(range -> range.first() <= page && page <= range.last());
    }

    private static String range(Range range) {
        int first = range.first() + 1;
        int last = range.last() + 1;
        return first == last ? String.valueOf(first) : first + "–" + last;
    }
}
