package dev.muster.domain.enrollment;

import static dev.muster.domain.enrollment.InvalidRow.State.DUPLICATE;
import static dev.muster.domain.enrollment.InvalidRow.State.FAULTY;
import static dev.muster.domain.enrollment.InvalidRow.State.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidRowsTest {

    @Test
    void ninetyPairsAreSaidAndCounted() {
        List<InvalidRow> rows = new ArrayList<>();
        for (int row = 1; row <= 180; row++) {
            rows.add(new InvalidRow(row, row % 90 + 1, 0, 0, false, DUPLICATE));
        }
        InvalidRows counts = InvalidRows.of(3, 1_000, rows);
        assertThat(counts)
                .isEqualTo(new InvalidRows(
                        3, 1_000, 180, 180, 90, true, new InvalidRows.Loss(0, 0), new InvalidRows.Loss(90, 0)));
        assertThat(counts.deleted(false)).isEqualTo(180);
        assertThat(counts.deleted(true)).isEqualTo(90);
        assertThat(counts.added(false)).isEqualTo(820);
        assertThat(counts.added(true)).isEqualTo(910);
        assertThat(counts.leftOut(true)).isEqualTo(90);
    }

    @Test
    void aChainIsOneGroup() {
        InvalidRows counts = InvalidRows.of(
                0,
                10,
                List.of(
                        row(1, 1, 11, DUPLICATE),
                        row(2, 1, 12, DUPLICATE),
                        row(3, 3, 12, DUPLICATE),
                        row(4, 4, 14, FAULTY),
                        row(5, 5, 0, FAULTY),
                        row(6, 0, 0, FAULTY)));
        assertThat(counts.invalid()).isEqualTo(6);
        assertThat(counts.duplicates()).isEqualTo(3);
        assertThat(counts.groups()).isEqualTo(1);
        assertThat(counts.pairsOnly()).isFalse();
        assertThat(counts.keepFirst().kept()).isEqualTo(2);
    }

    @Test
    void aGroupAndAPairTogetherAreNoPairs() {
        InvalidRows counts = InvalidRows.of(
                0,
                5,
                List.of(
                        row(1, 1, 0, DUPLICATE),
                        row(2, 1, 0, DUPLICATE),
                        row(3, 3, 0, DUPLICATE),
                        row(4, 3, 0, DUPLICATE),
                        row(5, 3, 0, DUPLICATE)));
        assertThat(counts.groups()).isEqualTo(2);
        assertThat(counts.duplicates()).isEqualTo(5);
        assertThat(counts.pairsOnly()).isFalse();
    }

    @Test
    void validPeripheralsOfAGatewayThatGoesAreCounted() {
        List<InvalidRow> rows = List.of(
                new InvalidRow(1, 1, 0, 0, true, DUPLICATE),
                new InvalidRow(2, 1, 0, 0, true, DUPLICATE),
                new InvalidRow(3, 3, 0, 1, false, VALID),
                new InvalidRow(4, 4, 0, 0, true, FAULTY),
                new InvalidRow(5, 5, 0, 4, false, VALID));
        InvalidRows counts = InvalidRows.of(0, 7, rows);
        assertThat(counts.all()).isEqualTo(new InvalidRows.Loss(0, 2));
        assertThat(counts.keepFirst()).isEqualTo(new InvalidRows.Loss(1, 1));
        assertThat(counts.added(false)).isEqualTo(2);
        assertThat(counts.leftOut(false)).isEqualTo(5);
        assertThat(counts.added(true)).isEqualTo(4);
        assertThat(counts.deleted(true)).isEqualTo(2);
    }

    @Test
    void withoutDuplicatesThereIsNothingToKeep() {
        InvalidRows counts = InvalidRows.of(0, 2, List.of(row(1, 1, 0, FAULTY)));
        assertThat(counts.duplicates()).isZero();
        assertThat(counts.groups()).isZero();
        assertThat(counts.keepFirst()).isEqualTo(counts.all());
    }

    private static InvalidRow row(int number, int identifier, int name, InvalidRow.State state) {
        return new InvalidRow(number, identifier, name, 0, false, state);
    }
}
