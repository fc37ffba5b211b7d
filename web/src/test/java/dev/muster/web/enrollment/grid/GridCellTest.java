package dev.muster.web.enrollment.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.CellFault;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridCellTest {

    @Test
    void offersWhatTheFileSaysBesidesTheTypes() {
        GridCell cell = new GridCell(3, Column.DEVICE_TYPE, "TABLET", CellFault.UNKNOWN_TYPE, "unknown", List.of());
        assertThat(cell.choices()).containsExactly("TABLET", "GATEWAY", "STANDALONE", "PERIPHERAL");
    }

    @Test
    void offersEachTypeOnce() {
        GridCell cell = new GridCell(3, Column.DEVICE_TYPE, "GATEWAY", null, null, List.of());
        assertThat(cell.choices()).containsExactly("GATEWAY", "STANDALONE", "PERIPHERAL");
    }

    @Test
    void pointsToItsReasonOnlyWhereThereIsOne() {
        assertThat(new GridCell(3, Column.DEVICE_NAME, "a", null, null, List.of()).describedBy())
                .isNull();
        assertThat(new GridCell(3, Column.DEVICE_NAME, "", CellFault.BLANK, "missing", List.of()).describedBy())
                .isEqualTo("reason-3-deviceName");
    }
}
