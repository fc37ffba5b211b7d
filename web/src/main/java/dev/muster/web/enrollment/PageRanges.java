package dev.muster.web.enrollment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Pages of a table as ranges, the way people write them: {@code 3, 7–12}. Pages come counted from 0, as programs count,
 * and are written from 1.
 */
public final class PageRanges {

    /** As many as a tool-tip bears. */
    private static final int MAX_RANGES = 40;

    private final List<Integer> pages;

    /** @param pages from 0, ascending, each once */
    public PageRanges(List<Integer> pages) {
        this.pages = List.copyOf(pages);
    }

    /** The ranges, from 1; a long list ends in an ellipsis. */
    public String text() {
        List<String> ranges = ranges();
        String text = ranges.stream().limit(MAX_RANGES).collect(Collectors.joining(", "));
        return ranges.size() > MAX_RANGES ? text + ", …" : text;
    }

    /** Those pages, from 1, that are no farther from a page than this, separated by blanks. */
    public String around(int page, int distance) {
        return pages.stream()
                .filter(p -> Math.abs(p - page) <= distance)
                .map(p -> String.valueOf(p + 1))
                .collect(Collectors.joining(" "));
    }

    /** The next page after this one, beginning again after the last; from 0, -1 where there is none. */
    public int after(int page) {
        return pages.stream().filter(p -> p > page).findFirst().orElseGet(() -> pages.isEmpty() ? -1 : pages.get(0));
    }

    public boolean isEmpty() {
        return pages.isEmpty();
    }

    private List<String> ranges() {
        List<String> ranges = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= pages.size(); i++) {
            if (i == pages.size() || pages.get(i) != pages.get(i - 1) + 1) {
                ranges.add(range(pages.get(start) + 1, pages.get(i - 1) + 1));
                start = i;
            }
        }
        return ranges;
    }

    private static String range(int first, int last) {
        return first == last ? String.valueOf(first) : first + "–" + last;
    }
}
