package dev.muster.domain.enrollment.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every repair that is offered makes the cell valid. The rows are random combinations of faulty pieces, under every
 * scheme.
 */
class RepairsPropertyTest {
    private static final int ROWS = 8_000;
    private static final String[] PIECES = {
        "490154203237518",
        "49015420323751",
        "10170090048105",
        "001a2b",
        "00:1A:2B:3C:4D:5E",
        "0x",
        "IMEI:",
        "'",
        "E+14",
        "3.5",
        " ",
        "-",
        ".",
        ":",
        "_",
        "a",
        "B",
        "7",
        "\u0410",
        "\u03bf",
        "\uff11",
        "\u200b",
        "\u202e",
        "\u00a0",
        "\n",
        "\ud800",
        "GATEWAY",
        "stand-",
        "alone",
        "PERIPHERAL",
        "x".repeat(120)
    };

    @ParameterizedTest
    @EnumSource(IdentifierScheme.class)
    void everyRepairClearsItsFault(IdentifierScheme scheme) {
        RowRules rules = new RowRules(IdentifierRules.of(scheme, "[A-Z0-9]{2,40}|[a-z]+"));
        Random random = new Random(scheme.ordinal());
        Set<RepairKind> seen = EnumSet.noneOf(RepairKind.class);
        for (int i = 0; i < ROWS; i++) {
            RowCells cells = new RowCells(piled(random), piled(random), piled(random), piled(random));
            RowFaults faults = rules.judge(cells).faults();
            for (Column column : Column.values()) {
                CellFault found = faults.get(column);
                CellFault fault = found == null || random.nextInt(8) == 0 ? anyFault(random) : found;
                check(rules, column, fault, cells).forEach(repair -> seen.add(repair.kind()));
            }
        }
        assertThat(seen).contains(RepairKind.EMPTY, RepairKind.MEANT_TYPE, RepairKind.PLAIN_BLANKS);
    }

    private static List<Repair> check(RowRules rules, Column column, CellFault fault, RowCells cells) {
        List<Repair> repairs = rules.repairs(column, fault, cells);
        assertThat(repairs).extracting(Repair::kind).doesNotHaveDuplicates();
        assertThat(repairs).extracting(Repair::value).doesNotHaveDuplicates().doesNotContain(cells.get(column));
        for (Repair repair : repairs) {
            RowFaults after = rules.judge(cells.with(column, repair.value())).faults();
            assertThat(after.get(column))
                    .as("%s of %s %s", repair, fault, cells)
                    .isNull();
        }
        return repairs;
    }

    private static CellFault anyFault(Random random) {
        return CellFault.values()[random.nextInt(CellFault.values().length)];
    }

    private static String piled(Random random) {
        StringBuilder cell = new StringBuilder();
        for (int p = random.nextInt(4); p > 0; p--) {
            cell.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return cell.toString();
    }
}
