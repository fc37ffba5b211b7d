package dev.muster.domain.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.enrollment.row.RepairKind;
import dev.muster.domain.enrollment.row.RowFilter;
import dev.muster.domain.shared.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
        ChosenRows some = new ChosenRows.Numbered(List.of(7, 70_000));
        ChosenRows found = new ChosenRows.Found(
                new RowFilter(true, "ä: %&+ =", new FaultKind(Column.DEVICE_TYPE, CellFault.BLANK)));
        for (ChosenRows rows : List.of(some, found, new ChosenRows.Found(RowFilter.ALL))) {
            all.add(new DraftChange.Delete(rows));
            all.add(new DraftChange.Put(rows, Column.PARENT_GATEWAY, ""));
            all.add(new DraftChange.Replace(rows, Column.DEVICE_NAME, " 📟", "+ =\n"));
        }
        all.add(new DraftChange.KeepFirst(Column.DEVICE_NAME));
        assertThat(all).allSatisfy(change -> {
            assertThat(change.text()).matches("[\\x20-\\x7E]{1,32768}");
            assertThat(DraftChange.parse(change.text())).isEqualTo(change);
        });
    }

    @Test
    void whatCannotBeStoredIsRefused() {
        ChosenRows all = new ChosenRows.Found(RowFilter.ALL);
        List<ThrowingCallable> wrong = List.of(
                () -> new DraftChange.Put(all, Column.DEVICE_NAME, "a\0b"),
                () -> new DraftChange.Put(all, Column.DEVICE_NAME, "a".repeat(1_025)),
                () -> new DraftChange.Replace(all, Column.DEVICE_NAME, "", "b"),
                () -> new ChosenRows.Numbered(List.of()),
                () -> new ChosenRows.Numbered(Collections.nCopies(501, 1)));
        assertThat(wrong).allSatisfy(change -> assertThatThrownBy(change).isInstanceOf(ProblemException.class));
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
