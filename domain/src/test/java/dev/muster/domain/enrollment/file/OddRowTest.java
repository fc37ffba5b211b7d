package dev.muster.domain.enrollment.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.Fixtures;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.csv.OddCells;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.FileRow;
import dev.muster.domain.enrollment.row.RowRules;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows with too few or too many cells. */
class OddRowTest {
    private static final RowRules RULES = new RowRules(IdentifierRules.of(IdentifierScheme.ANY));
    private static final String HEADER = "uniqueIdentifier;deviceName;deviceType;colour;parentGateway;;\n";

    @ParameterizedTest
    @CsvSource({
        "A-1;one;GATEWAY;red;;;, false, 0",
        "A-1;one;GATEWAY;red;, false, 1",
        "A-1;one;GATEWAY, false, 1",
        "A-1;one;GATEWAY;red;;;;;' ';\"\", false, 1",
        "A-1;one, true, 0",
        "A-1, true, 0",
        "A-1;one;GATEWAY;red;;;;x, true, 0"
    })
    void onlyWhatIsLostMatters(String row, boolean isOdd, int counted) throws Exception {
        Fixtures.Read read = Fixtures.readText(HEADER + row.replace("'", ""), ImportLimits.DEFAULT);

        assertThat(read.rows().get(0).oddCells() != null).isEqualTo(isOdd);
        assertThat(read.warnings().stream().filter("uneven-rows"::equals)).hasSize(counted);
    }

    @Test
    void theColumnsMayStandInAnyOrder() throws Exception {
        String header = "parentGateway,deviceType,deviceName,uniqueIdentifier\n";

        assertThat(Fixtures.readText(header + ",GATEWAY,one", ImportLimits.DEFAULT)
                        .rows())
                .extracting(FileRow::oddCells)
                .doesNotContainNull();
    }

    @Test
    void itIsInDoubtUntilItsIdentifierIsEntered() throws Exception {
        FileRow read = Fixtures.readText(HEADER + "A-1;one;GATEWAY;red;;;;\"x\ny\"", ImportLimits.DEFAULT)
                .rows()
                .get(0);
        EnrollmentRow row = new EnrollmentRow(null, read, RULES);
        assertThat(RULES.explain(Column.UNIQUE_IDENTIFIER, row)).contains("8 cells, the header line 7", "\"x y\"");
        for (Column column : List.of(Column.DEVICE_NAME, Column.DEVICE_TYPE, Column.PARENT_GATEWAY)) {
            row.edit(row.cells().with(column, ""), false, RULES);
            assertThat(row.faults().uniqueIdentifier()).isEqualTo(CellFault.CELL_COUNT);
        }
        row.edit(row.cells(), true, RULES);
        assertThat(row.faults().uniqueIdentifier()).isNull();
        assertThat(RULES.repairs(Column.UNIQUE_IDENTIFIER, CellFault.CELL_COUNT, row.cells()))
                .isEmpty();
    }

    @Test
    void aHugeRestIsCut() {
        String[] cells = new String[100];
        java.util.Arrays.fill(cells, "x".repeat(50) + "📟");

        assertThat(OddCells.told(cells, 3))
                .hasSizeLessThanOrEqualTo(OddCells.MAX_LENGTH)
                .endsWith("…");
    }
}
