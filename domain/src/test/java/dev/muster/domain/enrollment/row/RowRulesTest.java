package dev.muster.domain.enrollment.row;

import static dev.muster.domain.enrollment.row.CellFault.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.muster.domain.device.DeviceType;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RowRulesTest {
    private static final String IMEI = "490154203237518";
    private static final RowRules RULES = new RowRules(IdentifierRules.of(IdentifierScheme.IMEI));

    static Stream<Arguments> faulty() {
        return Stream.of(
                arguments(row("", "", "", ""), new RowFaults(BLANK, BLANK, BLANK, null)),
                arguments(row(null, null, null, null), new RowFaults(BLANK, BLANK, BLANK, null)),
                arguments(row(IMEI, "\u00a0", "GATEWAY", ""), name(BLANK)),
                arguments(row(IMEI, "n".repeat(256), "GATEWAY", ""), name(TOO_LONG)),
                arguments(row(IMEI, "a\nb", "GATEWAY", ""), name(UNPRINTABLE)),
                arguments(row(IMEI, "a\u0085b", "GATEWAY", ""), name(UNPRINTABLE)),
                arguments(row(IMEI, "a\u202eb", "GATEWAY", ""), name(UNPRINTABLE)),
                arguments(row(IMEI, "a\ud800b", "GATEWAY", ""), name(UNPRINTABLE)),
                arguments(row(IMEI, "a", "GATE WAY", ""), type(UNKNOWN_TYPE)),
                arguments(row(IMEI, "a", "GATEWAYS", IMEI), type(UNKNOWN_TYPE)),
                arguments(row(IMEI, "a", "GATEWAY", IMEI), parent(PARENT_NOT_ALLOWED)),
                arguments(row(IMEI, "a", "STANDALONE", "x"), parent(PARENT_NOT_ALLOWED)),
                arguments(row(IMEI, "a", "PERIPHERAL", "x"), parent(SCHEME_MISMATCH)),
                arguments(row(IMEI, "a", "PERIPHERAL", "490154203237517"), parent(CHECK_DIGIT)),
                arguments(row("490154203237517", "a", "GATEWAY", ""), identifier(CHECK_DIGIT)));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void everyCellTellsItsFirstFault(RowCells cells, RowFaults faults) {
        assertThat(RULES.judge(cells).faults()).isEqualTo(faults);
    }

    static Stream<RowCells> right() {
        return Stream.of(
                row(IMEI, "a", "GATEWAY", ""),
                row(IMEI, "a", " standalone\u00a0", " "),
                row(IMEI, "n".repeat(255), "Peripheral", ""),
                row(IMEI, "  " + "n".repeat(255) + "  ", "Peripheral", IMEI),
                row(IMEI, "Zähler 東京 👩‍🔧", "GATEWAY", ""));
    }

    @ParameterizedTest
    @MethodSource("right")
    void aRightRowHasNoFault(RowCells cells) {
        assertThat(RULES.judge(cells).faults()).isEqualTo(RowFaults.NONE);
    }

    @Test
    void normalFormsAreWhatRowsAreComparedBy() {
        RowJudgement judged = RULES.judge(row(" " + IMEI, " Straße\u200b", "peripheral", IMEI + " "));

        assertThat(judged.normalizedIdentifier()).isEqualTo("49015420323751");
        assertThat(judged.normalizedName()).isEqualTo("STRASSE");
        assertThat(judged.normalizedParent()).isEqualTo("49015420323751");
        assertThat(judged.deviceType()).isEqualTo(DeviceType.PERIPHERAL);
    }

    @Test
    void aFaultyCellIsNobodysTwin() {
        RowJudgement judged = RULES.judge(row("x", "a\nb", "y", "z"));

        assertThat(judged.normalizedIdentifier()).isNull();
        assertThat(judged.normalizedName()).isNull();
        assertThat(judged.normalizedParent()).isNull();
        assertThat(judged.deviceType()).isNull();
        assertThat(judged.faults().count()).isEqualTo(4);
    }

    @Test
    void aRowOfAnotherLengthThanTheHeaderIsMarked() {
        RowCells cells = row(IMEI, "a", "GATEWAY", "");

        assertThat(RULES.judge(cells, true).faults()).isEqualTo(identifier(CELL_COUNT));
        assertThat(RULES.judge(cells, true).normalizedIdentifier()).isNull();
        assertThat(RULES.judge(cells, false).faults()).isEqualTo(RowFaults.NONE);
    }

    @Test
    void theSentenceKnowsTheCell() {
        RowCells cells = row("4.90154E+14", "n".repeat(256), "PERIPHERAL", "1");

        assertThat(RULES.explain(Column.UNIQUE_IDENTIFIER, SCHEME_MISMATCH, cells))
                .contains("cannot be recovered");
        assertThat(RULES.explain(Column.DEVICE_NAME, TOO_LONG, cells))
                .contains("device name")
                .contains("255");
        assertThat(RULES.explain(Column.PARENT_GATEWAY, SCHEME_MISMATCH, cells)).contains("this one has 1");
    }

    private static RowCells row(String identifier, String name, String type, String parent) {
        return new RowCells(identifier, name, type, parent);
    }

    private static RowFaults identifier(CellFault fault) {
        return new RowFaults(fault, null, null, null);
    }

    private static RowFaults name(CellFault fault) {
        return new RowFaults(null, fault, null, null);
    }

    private static RowFaults type(CellFault fault) {
        return new RowFaults(null, null, fault, null);
    }

    private static RowFaults parent(CellFault fault) {
        return new RowFaults(null, null, null, fault);
    }
}
