package dev.muster.ejb.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DevicePositionTest {

    private static final Instant AT = Instant.parse("2026-11-29T15:03:00.123456Z");

    @Test
    void isReadFromItsOwnText() {
        DevicePosition start = new DevicePosition(AT, null);
        DevicePosition later = new DevicePosition(AT, UUID.randomUUID());

        assertThat(DevicePosition.parse(start.toString())).isEqualTo(start);
        assertThat(DevicePosition.parse(later.toString())).isEqualTo(later);
    }

    @Test
    void isNothingElse() {
        for (String text : new String[] {
            "", "0", "2026-11-29", AT + "~", AT + "~x", "~" + UUID.randomUUID(), "+99999-01-01T00:00:00Z"
        }) {
            assertThatThrownBy(() -> DevicePosition.parse(text)).isInstanceOf(ProblemException.class);
        }
    }
}
