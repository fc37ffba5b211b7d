package dev.muster.web.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageRangesTest {

    @Test
    void writesRunsAsRangesFromOne() {
        assertThat(new PageRanges(List.of(2, 6, 7, 8, 11)).text()).isEqualTo("3, 7–9, 12");
    }

    @Test
    void writesOnePageAsItself() {
        assertThat(new PageRanges(List.of(0)).text()).isEqualTo("1");
    }

    @Test
    void saysNothingOfNoPages() {
        PageRanges none = new PageRanges(List.of());
        assertThat(none.text()).isEmpty();
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.after(0)).isEqualTo(-1);
    }

    @Test
    void endsALongListInAnEllipsis() {
        List<Integer> everySecond =
                IntStream.range(0, 100).map(i -> i * 2).boxed().toList();
        assertThat(new PageRanges(everySecond).text()).endsWith(", 79, …");
    }

    @Test
    void namesThePagesInSight() {
        assertThat(new PageRanges(List.of(0, 5, 9, 30)).around(7, 3)).isEqualTo("6 10");
    }

    @Test
    void beginsAgainAfterTheLastPage() {
        PageRanges pages = new PageRanges(List.of(2, 6));
        assertThat(pages.after(2)).isEqualTo(6);
        assertThat(pages.after(6)).isEqualTo(2);
    }
}
