package dev.muster.web.enrollment.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.InvalidPages;
import dev.muster.domain.enrollment.InvalidPages.Range;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageRangesTest {

    @Test
    void writesRunsAsRangesFromOne() {
        assertThat(pages(2, 2, 6, 8, 11, 11).text()).isEqualTo("3, 7–9, 12");
    }

    @Test
    void writesOnePageAsItself() {
        assertThat(pages(0, 0).text()).isEqualTo("1");
    }

    @Test
    void saysNothingOfNoPages() {
        PageRanges none = pages();
        assertThat(none.text()).isEmpty();
        assertThat(none.isEmpty()).isTrue();
    }

    @Test
    void saysHowManyMorePagesThereAre() {
        int[] everySecond = IntStream.range(0, 200).map(i -> i / 2 * 2).toArray();
        assertThat(pages(everySecond).text()).endsWith(", 77, 79");
        assertThat(pages(everySecond).more()).isEqualTo(60);
        assertThat(new PageRanges(new InvalidPages(List.of(new Range(0, 1)), 1)).more())
                .isEqualTo(1);
        assertThat(pages(0, 3).more()).isZero();
    }

    @Test
    void namesThePagesInSight() {
        assertThat(pages(0, 0, 5, 5, 9, 9, 30, 30).around(7, 3)).isEqualTo("6 10");
    }

    /** @param ends of ranges: first, last, first, last ... */
    private static PageRanges pages(int... ends) {
        List<Range> ranges = IntStream.range(0, ends.length / 2)
                .mapToObj(i -> new Range(ends[2 * i], ends[2 * i + 1]))
                .toList();
        return new PageRanges(new InvalidPages(ranges, 0));
    }
}
