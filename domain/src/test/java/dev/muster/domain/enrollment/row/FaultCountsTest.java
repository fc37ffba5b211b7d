package dev.muster.domain.enrollment.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.cell.Column;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultCountsTest {

    private static final FaultKind TYPE = new FaultKind(Column.DEVICE_TYPE, CellFault.UNKNOWN_TYPE);
    private static final FaultKind NAME = new FaultKind(Column.DEVICE_NAME, CellFault.BLANK);

    @Test
    void everyCountIsReadAsItWasWritten() {
        Map<FaultKind, Integer> all = new HashMap<>();
        for (Column column : Column.values()) {
            for (CellFault fault : CellFault.values()) {
                all.put(new FaultKind(column, fault), 1_000_000);
            }
        }
        FaultCounts counts = new FaultCounts(all);
        assertThat(FaultCounts.parse(counts.text())).isEqualTo(counts);
        assertThat(FaultCounts.parse("")).isEqualTo(FaultCounts.NONE);
        assertThat(FaultCounts.parse("deviceType:gone=3,deviceName:blank=2"))
                .isEqualTo(new FaultCounts(Map.of(NAME, 2)));
    }

    @Test
    void changedRowsAreCountedAgain() {
        FaultCounts all = new FaultCounts(Map.of(TYPE, 3, NAME, 1));
        assertThat(all.replace(new FaultCounts(Map.of(TYPE, 3)), new FaultCounts(Map.of(NAME, 2))))
                .isEqualTo(new FaultCounts(Map.of(NAME, 3)));
    }

    @Test
    void aKindSaysWhatIsWrong() {
        assertThat(TYPE.title()).isEqualTo("The device type is not known");
        assertThat(FaultKind.parse(TYPE.text())).contains(TYPE);
        assertThat(FaultKind.parse("deviceType")).isEmpty();
        assertThat(FaultKind.parse("type:unknown-type")).isEmpty();
    }
}
