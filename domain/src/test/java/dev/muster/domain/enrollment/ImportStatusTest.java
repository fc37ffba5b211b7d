package dev.muster.domain.enrollment;

import static dev.muster.domain.enrollment.ImportStatus.CANCELLED;
import static dev.muster.domain.enrollment.ImportStatus.CHANGING;
import static dev.muster.domain.enrollment.ImportStatus.COMMITTED;
import static dev.muster.domain.enrollment.ImportStatus.COMMITTING;
import static dev.muster.domain.enrollment.ImportStatus.DRAFT;
import static dev.muster.domain.enrollment.ImportStatus.FAILED;
import static dev.muster.domain.enrollment.ImportStatus.INTERRUPTED;
import static dev.muster.domain.enrollment.ImportStatus.READING;
import static dev.muster.domain.enrollment.ImportStatus.VALIDATING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImportStatusTest {

    private static final List<Pair> ALLOWED = List.of(
            new Pair(READING, VALIDATING),
            new Pair(READING, INTERRUPTED),
            new Pair(READING, CANCELLED),
            new Pair(READING, FAILED),
            new Pair(VALIDATING, DRAFT),
            new Pair(VALIDATING, CANCELLED),
            new Pair(VALIDATING, FAILED),
            new Pair(DRAFT, CHANGING),
            new Pair(DRAFT, COMMITTING),
            new Pair(CHANGING, DRAFT),
            new Pair(COMMITTING, DRAFT),
            new Pair(COMMITTING, COMMITTED));

    @ParameterizedTest
    @MethodSource("pairs")
    void everyPairIsAllowedOrRefused(Pair pair) {
        if (ALLOWED.contains(pair)) {
            assertThat(pair.from().to(pair.next())).isEqualTo(pair.next());
        } else {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> pair.from().to(pair.next()))
                    .withMessageContaining(pair.next().name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatEndedBeforeItWasADraftIsAnEnd(ImportStatus status) {
        boolean isEnd = status.next().isEmpty();
        assertThat(isEnd).isEqualTo(status.isBrokenOff() || status == COMMITTED);
    }

    static Stream<Pair> pairs() {
        return Stream.of(ImportStatus.values())
                .flatMap(from -> Stream.of(ImportStatus.values()).map(next -> new Pair(from, next)));
    }

    record Pair(ImportStatus from, ImportStatus next) {}
}
