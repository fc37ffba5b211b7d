package dev.muster.domain.enrollment;

import static dev.muster.domain.enrollment.InvalidRow.State.DUPLICATE;
import static dev.muster.domain.enrollment.InvalidRow.State.FAULTY;
import static dev.muster.domain.enrollment.InvalidRow.State.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DuplicateChoiceTest {

    @Test
    void theFirstOfAPairIsKept() {
        assertThat(kept(duplicate(1, 1, 0), duplicate(4, 1, 0))).containsExactly(1);
        assertThat(kept(duplicate(1, 0, 7), duplicate(4, 0, 7))).containsExactly(1);
    }

    @Test
    void theFirstOfThreeAndMoreIsKept() {
        assertThat(kept(duplicate(2, 1, 0), duplicate(3, 1, 0), duplicate(5, 1, 0)))
                .containsExactly(2);
        assertThat(kept(IntStream.range(1, 10_000)
                        .mapToObj(row -> duplicate(row, 1, 0))
                        .toArray(InvalidRow[]::new)))
                .containsExactly(1);
    }

    @Test
    void theSecondIsKeptIfTheFirstHasAnotherFault() {
        assertThat(kept(faulty(1, 1, 0), duplicate(2, 1, 0), duplicate(3, 1, 0)))
                .containsExactly(2);
        assertThat(kept(faulty(1, 1, 0), faulty(2, 1, 0))).isEmpty();
    }

    @Test
    void inAChainARowIsDroppedForAKeptOneOnly() {
        assertThat(kept(duplicate(1, 1, 11), duplicate(2, 1, 12), duplicate(3, 3, 12)))
                .containsExactly(1, 3);
        assertThat(kept(duplicate(1, 1, 11), duplicate(2, 2, 11), duplicate(3, 2, 13), duplicate(4, 4, 13)))
                .containsExactly(1, 3);
    }

    @Test
    void aRowThatIsATwinByBothIsKeptOnce() {
        assertThat(kept(duplicate(1, 1, 11), duplicate(2, 1, 11))).containsExactly(1);
    }

    @Test
    void aPeripheralStaysWithTheGatewayThatIsKept() {
        InvalidRow gateway = gateway(1, 1, DUPLICATE);
        assertThat(kept(gateway, gateway(2, 1, DUPLICATE), peripheral(3, 3, 1), peripheral(4, 3, 1)))
                .containsExactly(1, 3);
    }

    @Test
    void aPeripheralWhoseGatewayGoesMakesRoomForItsTwin() {
        InvalidRow gone = gateway(1, 1, FAULTY);
        InvalidRow orphan = peripheral(2, 2, 1);
        assertThat(kept(gone, orphan, duplicate(3, 2, 0))).containsExactly(3);
        assertThat(kept(gone, orphan, peripheral(3, 2, 1))).isEmpty();
    }

    @Test
    void aGatewayWhosePlaceAnotherDeviceTakesIsNone() {
        assertThat(kept(duplicate(1, 1, 0), gateway(2, 1, DUPLICATE), peripheral(3, 3, 1), peripheral(4, 3, 1)))
                .containsExactly(1);
    }

    @Test
    void validRowsAreNotChosen() {
        assertThat(kept(new InvalidRow(1, 1, 0, 2, false, VALID))).isEmpty();
    }

    /** No row is kept without its gateway, however long the chain of peripherals that lose theirs. */
    @Test
    void noPeripheralIsKeptWithoutItsGateway() {
        List<InvalidRow> rows = new ArrayList<>();
        rows.add(gateway(1, 1, FAULTY));
        for (int row = 2; row < 200; row += 2) {
            rows.add(new InvalidRow(row, row, row + 1_000, row - 1, false, DUPLICATE));
            rows.add(new InvalidRow(row + 1, row + 1, row + 1_000, 0, true, row % 4 == 0 ? FAULTY : DUPLICATE));
        }
        assertKeptIsSound(rows);
    }

    @RepeatedTest(200)
    void whatIsKeptConflictsWithNothingAndNothingMoreCouldBeKept(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<InvalidRow> rows = new ArrayList<>();
        int size = 1 + random.nextInt(40);
        for (int row = 1; row <= size; row++) {
            boolean gateway = random.nextInt(3) == 0;
            rows.add(new InvalidRow(
                    row,
                    1 + random.nextInt(size),
                    random.nextInt(size),
                    gateway || random.nextBoolean() ? 0 : 1 + random.nextInt(size),
                    gateway,
                    random.nextInt(5) == 0 ? FAULTY : DUPLICATE));
        }
        assertKeptIsSound(rows);
    }

    private static void assertKeptIsSound(List<InvalidRow> rows) {
        Set<Integer> kept = new HashSet<>(kept(rows.toArray(InvalidRow[]::new)));
        List<InvalidRow> chosen =
                rows.stream().filter(row -> kept.contains(row.number())).toList();
        assertThat(chosen).allMatch(row -> row.state() == DUPLICATE).hasSameSizeAs(kept);
        assertThat(chosen.stream().map(InvalidRow::identifierGroup)).doesNotHaveDuplicates();
        assertThat(chosen.stream().map(InvalidRow::nameGroup).filter(group -> group != 0))
                .doesNotHaveDuplicates();
        assertThat(chosen).allMatch(row -> row.gatewayGroup() == 0 || hasGateway(chosen, row.gatewayGroup()));
        assertThat(rows)
                .filteredOn(row -> row.state() == DUPLICATE && row.gatewayGroup() == 0 && !kept.contains(row.number()))
                .allMatch(row -> chosen.stream().anyMatch(other -> conflicts(row, other)));
    }

    private static boolean hasGateway(List<InvalidRow> chosen, int group) {
        return chosen.stream().anyMatch(row -> row.gateway() && row.identifierGroup() == group);
    }

    private static boolean conflicts(InvalidRow one, InvalidRow other) {
        return one.identifierGroup() == other.identifierGroup()
                || one.nameGroup() != 0 && one.nameGroup() == other.nameGroup();
    }

    private static List<Integer> kept(InvalidRow... rows) {
        return DuplicateChoice.firstOfEach(List.of(rows)).stream().boxed().toList();
    }

    private static InvalidRow duplicate(int number, int identifier, int name) {
        return new InvalidRow(number, identifier, name, 0, false, DUPLICATE);
    }

    private static InvalidRow faulty(int number, int identifier, int name) {
        return new InvalidRow(number, identifier, name, 0, false, FAULTY);
    }

    private static InvalidRow gateway(int number, int identifier, InvalidRow.State state) {
        return new InvalidRow(number, identifier, 0, 0, true, state);
    }

    private static InvalidRow peripheral(int number, int identifier, int gateway) {
        return new InvalidRow(number, identifier, 0, gateway, false, DUPLICATE);
    }
}
