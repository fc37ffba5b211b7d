package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Role;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DisplayTest {

    private final Display display = new Display();

    @Test
    void writesTimesInUtc() {
        assertThat(display.time(Instant.parse("2026-03-04T05:06:07.890Z"))).isEqualTo("2026-03-04 05:06:07 UTC");
        assertThat(display.day(Instant.parse("2026-03-04T05:06:07Z"))).isEqualTo("2026-03-04");
        assertThat(display.time(null)).isEqualTo("–");
    }

    @Test
    void writesNumbersWithSeparators() {
        assertThat(display.number(1_000_000)).isEqualTo("1,000,000");
    }

    @Test
    void namesTheStyleOfAConstant() {
        assertThat(display.tag(Role.ADMINISTRATOR)).isEqualTo("tag tag-administrator");
    }
}
