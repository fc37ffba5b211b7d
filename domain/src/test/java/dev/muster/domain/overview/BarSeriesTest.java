package dev.muster.domain.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarSeriesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");

    @Test
    void theLastHourIsThePresentOne() {
        BarSeries hours = BarSeries.hours(NOW, List.of());
        assertThat(hours.bars()).hasSize(24);
        assertThat(hours.bars().getFirst().start()).isEqualTo("2026-02-28T11:00:00Z");
        assertThat(hours.bars().getLast().start()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(hours.isEmpty()).isTrue();
    }

    @Test
    void eachAmountIsInItsHourAndOthersAreLeftOut() {
        BarSeries hours = BarSeries.hours(
                NOW,
                List.of(
                        new Bar(Instant.parse("2026-03-01T10:00:00Z"), 2),
                        new Bar(Instant.parse("2026-03-01T10:00:00Z"), 3),
                        new Bar(Instant.parse("2026-02-28T11:00:00Z"), 7),
                        new Bar(Instant.parse("2026-02-28T10:00:00Z"), 100),
                        new Bar(Instant.parse("2026-03-01T11:00:00Z"), 100)));
        assertThat(hours.total()).isEqualTo(12);
        assertThat(hours.bars().getLast().amount()).isEqualTo(5);
        assertThat(hours.bars().getFirst().amount()).isEqualTo(7);
    }

    @Test
    void hoursAndWholeDaysMakeTheSameDay() {
        Instant day = Instant.parse("2026-02-27T00:00:00Z");
        BarSeries days = BarSeries.days(
                NOW, List.of(new Bar(day, 10), new Bar(day.plus(Duration.ofHours(23)), 1), new Bar(NOW, 4)));
        assertThat(days.bars()).hasSize(30);
        assertThat(days.bars().getFirst().start()).isEqualTo("2026-01-31T00:00:00Z");
        assertThat(days.bars()).contains(new Bar(day, 11));
        assertThat(days.bars().getLast().amount()).isEqualTo(4);
    }

    @Test
    void aSeriesBeginsWhereItsFirstBarDoes() {
        assertThat(BarSeries.start(ChronoUnit.HOURS, 24, NOW)).isEqualTo("2026-02-28T11:00:00Z");
        assertThat(BarSeries.start(ChronoUnit.DAYS, 30, NOW)).isEqualTo("2026-01-31T00:00:00Z");
    }
}
