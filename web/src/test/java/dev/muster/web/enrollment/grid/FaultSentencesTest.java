package dev.muster.web.enrollment.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.enrollment.row.Repair;
import dev.muster.domain.enrollment.row.RepairKind;
import dev.muster.web.shared.text.EnglishTexts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** In English the portal says the same as the API and the report. */
class FaultSentencesTest {

    private final FaultSentences sentences = new FaultSentences(EnglishTexts.get());

    static Stream<Arguments> faults() {
        return Arrays.stream(CellFault.values())
                .flatMap(fault -> Arrays.stream(Column.values()).map(column -> Arguments.of(column, fault)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsExplainedAsTheDomainDoes(Column column, CellFault fault) {
        FaultKind kind = new FaultKind(column, fault);

        assertThat(sentences.sentence(kind)).isEqualTo(fault.detail(column));
        assertThat(sentences.title(kind)).isEqualTo(kind.title());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatTheRulesSayAboutTheTextIsShown(Column column, CellFault fault) {
        String exact = "A spreadsheet wrote an error value. Enter it.";

        assertThat(sentences.reason(new GridCell(1, column, "x", fault, exact, List.of())))
                .isEqualTo(exact);
        assertThat(sentences.reason(new GridCell(1, column, "x", fault, fault.detail(column), List.of())))
                .isEqualTo(fault.detail(column));
    }

    @ParameterizedTest
    @EnumSource(RepairKind.class)
    void aRepairHasItsLabel(RepairKind kind) {
        Repair repair = new Repair(kind, "GATEWAY");

        assertThat(sentences.label(repair)).isEqualTo(repair.label());
    }
}
