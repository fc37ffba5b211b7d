package dev.muster.ejb.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryMonthTest {

    @Test
    void monthsAreThoseOfUtcAndMeetWithoutAGap() {
        TelemetryMonth december = TelemetryMonth.of(Instant.parse("2026-12-31T23:59:59.999Z"));
        TelemetryMonth january = TelemetryMonth.of(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(december.begin())
                .isEqualTo(Instant.parse("2026-12-01T00:00:00Z").toEpochMilli());
        assertThat(december.end()).isEqualTo(january.begin());
        assertThat(TelemetryMonth.ofTable("telemetry_2026_12")).contains(december);
    }

    @Test
    void bothEndsAreAmongThem() {
        assertThat(TelemetryMonth.between(Instant.parse("2025-11-30T23:59:59Z"), Instant.parse("2026-02-01T00:00:00Z")))
                .extracting(month -> month.month().toString())
                .containsExactly("2025-11", "2025-12", "2026-01", "2026-02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"telemetry", "telemetry_last", "telemetry_2026_13", "telemetry_2026_1", "archive_2026_01"})
    void tablesOfOthersAreNoneOfOurs(String name) {
        assertThat(TelemetryMonth.ofTable(name)).isEmpty();
    }
}
