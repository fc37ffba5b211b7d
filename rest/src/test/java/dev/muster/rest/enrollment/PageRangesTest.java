package dev.muster.rest.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageRangesTest {

    @Test
    void noPagesAreNoRanges() {
        assertThat(PageRanges.of(List.of())).isEqualTo(new PageRanges(List.of(), false));
    }

    @Test
    void pagesThatFollowEachOtherAreOneRange() {
        assertThat(PageRanges.of(List.of(0, 1, 2, 5, 7, 8)).ranges())
                .containsExactly(List.of(0, 2), List.of(5, 5), List.of(7, 8));
    }

    @Test
    void aThousandRangesAreToldWhole() {
        PageRanges ranges = PageRanges.of(everySecond(1_000));
        assertThat(ranges.ranges()).hasSize(1_000);
        assertThat(ranges.truncated()).isFalse();
    }

    @Test
    void moreThanAThousandAreCut() {
        PageRanges ranges = PageRanges.of(everySecond(1_001));
        assertThat(ranges.ranges()).hasSize(1_000).endsWith(List.of(1_998, 1_998));
        assertThat(ranges.truncated()).isTrue();
    }

    private static List<Integer> everySecond(int count) {
        return IntStream.range(0, count).mapToObj(i -> 2 * i).toList();
    }
}
