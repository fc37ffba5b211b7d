package dev.muster.domain.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.InvalidPages.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowMapTest {

    private static final UUID BATCH = new UUID(1, 2);

    @Test
    void aPageOfAFileIsItsRowsInOrder() {
        RowMap map = RowMap.ofFile(BATCH, 25);
        assertThat(map.page(false, 20, 10)).containsExactly(21, 22, 23, 24, 25);
        assertThat(map.page(false, 30, 10)).isEmpty();
    }

    @Test
    void deletedRowsMoveTheOthersUp() {
        RowMap map = RowMap.ofFile(BATCH, 30);
        map.remove(List.of(1, 5));
        assertThat(map.page(false, 0, 5)).containsExactly(2, 3, 4, 6, 7);
        assertThat(map.pageOf(12, 10)).isZero();
        assertThat(map.pageOf(13, 10)).isEqualTo(1);
    }

    @Test
    void restoredRowsComeBackToTheirPlaceAndAreValidUntilJudged() {
        RowMap map = RowMap.ofFile(BATCH, 10);
        map.judge(List.of(5), List.of(5));
        map.remove(List.of(5));
        assertThat(map.invalidCount()).isZero();
        map.restore(List.of(5));
        assertThat(map.page(false, 0, 10)).hasSize(10);
        assertThat(map.invalidCount()).isZero();
    }

    @Test
    void pagesThatFollowEachOtherAreOneRange() {
        RowMap map = RowMap.ofFile(BATCH, 1_000);
        map.judge(List.of(21, 61, 75, 80, 120), List.of(21, 61, 75, 80, 120));
        assertThat(map.invalidPages(10, 100).ranges())
                .containsExactly(new Range(2, 2), new Range(6, 7), new Range(11, 11));
    }

    @Test
    void moreRangesThanAllowedAreOnlyCounted() {
        RowMap map = RowMap.ofFile(BATCH, 100);
        map.judge(List.of(1, 21, 41), List.of(1, 21, 41));
        assertThat(map.invalidPages(10, 2)).isEqualTo(new InvalidPages(List.of(new Range(0, 0), new Range(2, 2)), 1));
        assertThat(map.invalidPages(10, 3).more()).isZero();
    }

    @Test
    void someInvalidRowsAreSpreadOverAll() {
        RowMap map = RowMap.ofFile(BATCH, 1_000);
        assertThat(map.someInvalid(10)).isEmpty();
        List<Integer> invalid = IntStream.rangeClosed(101, 300).boxed().toList();
        map.judge(invalid, invalid);
        assertThat(map.someInvalid(4)).containsExactly(101, 151, 201, 251);
        assertThat(map.someInvalid(500)).isEqualTo(invalid);
    }

    @Test
    void theNextInvalidRowBeginsAgainAtTheTop() {
        RowMap map = RowMap.ofFile(BATCH, 100);
        assertThat(map.nextInvalid(0)).isEmpty();
        map.judge(List.of(7, 9), List.of(7, 9));
        assertThat(map.nextInvalid(7)).hasValue(9);
        assertThat(map.nextInvalid(9)).hasValue(7);
        assertThat(map.nextInvalid(100)).hasValue(7);
    }

    @Test
    void anyHistoryOfDeletionsAndJudgementsAgreesWithAPlainList() {
        Random random = new Random(20);
        RowMap map = RowMap.ofFile(BATCH, 5_000);
        TreeSet<Integer> present =
                new TreeSet<>(IntStream.rangeClosed(1, 5_000).boxed().toList());
        TreeSet<Integer> invalid = new TreeSet<>();
        for (int i = 0; i < 300; i++) {
            int row = 1 + random.nextInt(5_000);
            if (random.nextInt(3) == 0) {
                map.remove(Set.of(row));
                present.remove(row);
                invalid.remove(row);
            } else if (present.contains(row)) {
                map.judge(Set.of(row), Set.of(row));
                invalid.add(row);
            }
        }
        for (int size : new int[] {1, 10, 25, 100}) {
            assertThat(pages(map.invalidPages(size, 10_000))).isEqualTo(pages(present, invalid, size));
        }
        assertThat(map.page(true, 0, 5_000)).containsExactlyElementsOf(invalid);
        assertThat(map.page(false, 0, 5_000)).containsExactlyElementsOf(present);
    }

    private static TreeSet<Integer> pages(TreeSet<Integer> present, TreeSet<Integer> invalid, int size) {
        List<Integer> order = new ArrayList<>(present);
        TreeSet<Integer> pages = new TreeSet<>();
        invalid.forEach(row -> pages.add(order.indexOf(row) / size));
        return pages;
    }

    private static TreeSet<Integer> pages(InvalidPages pages) {
        TreeSet<Integer> all = new TreeSet<>();
        pages.ranges()
                .forEach(range ->
                        IntStream.rangeClosed(range.first(), range.last()).forEach(all::add));
        return all;
    }
}
