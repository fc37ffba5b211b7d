package dev.muster.domain.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.RepairKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftChangeTest {

    @Test
    void everyChangeIsReadAsItWasWritten() {
        List<DraftChange> all = new ArrayList<>(List.of(
                new DraftChange.DeleteInvalid(false), new DraftChange.DeleteInvalid(true), new DraftChange.TakeBack()));
        for (Column column : Column.values()) {
            for (CellFault fault : CellFault.values()) {
                for (RepairKind kind : RepairKind.values()) {
                    all.add(new DraftChange.RepairAll(column, fault, kind));
                }
            }
        }
        assertThat(all).allSatisfy(change -> {
            assertThat(change.text()).matches("[A-Z_ ]{1,128}");
            assertThat(DraftChange.parse(change.text())).isEqualTo(change);
        });
    }

    @Test
    void whatIsNoChangeIsRefused() {
        assertThatThrownBy(() -> DraftChange.parse("RENAME_ALL")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takingBackCannotBeTakenBack() {
        assertThat(new DraftChange.TakeBack().description(7)).isNull();
        assertThat(new DraftChange.DeleteInvalid(false).description(1)).isEqualTo("the deletion of 1 row");
        assertThat(new DraftChange.RepairAll(Column.DEVICE_TYPE, CellFault.UNKNOWN_TYPE, RepairKind.MEANT_TYPE)
                        .description(60_000))
                .isEqualTo("“Write the type that is meant” in 60000 rows");
    }
}
