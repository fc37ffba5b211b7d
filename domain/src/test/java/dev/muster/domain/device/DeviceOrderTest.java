package dev.muster.domain.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceOrderTest {

    @Test
    void isReadFromItsOwnText() {
        for (DeviceSort by : DeviceSort.values()) {
            for (boolean descending : new boolean[] {true, false}) {
                DeviceOrder order = new DeviceOrder(by, descending);
                assertThat(DeviceOrder.named(order.toString())).contains(order);
            }
        }
        assertThat(DeviceOrder.NEWEST_FIRST).hasToString("-createdAt");
    }

    @Test
    void isNothingElse() {
        for (String text : new String[] {"", "-", "--name", "NAME", "name,", "password"}) {
            assertThat(DeviceOrder.named(text)).as(text).isEmpty();
        }
    }

    @Test
    void aStateIsNamedInAnyCase() {
        assertThat(DeviceState.named("silent")).contains(DeviceState.SILENT);
        assertThat(DeviceState.named("SILENT")).contains(DeviceState.SILENT);
        assertThat(DeviceState.named("quiet")).isEmpty();
    }
}
