package dev.muster.web.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemException;
import dev.muster.web.shared.ChartTime;
import dev.muster.web.shared.text.EnglishTexts;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RangeChoiceTest {

    private static final Instant NOW = Instant.parse("2026-11-29T15:03:00Z");

    private final RangeChoice choice = new RangeChoice();

    @Test
    void aRangeEndsNow() {
        choice.setRange(ChartRange.MONTH);
        choice.choose(NOW);

        assertThat(choice.times(NOW).to()).isEqualTo(NOW);
        assertThat(choice.times(NOW).from()).isAfterOrEqualTo(NOW.minus(Duration.ofDays(30)));
        assertThat(choice.times(NOW).of("a").points()).isEqualTo(120);
    }

    @Test
    void aCustomRangeBeginsAsTheLastWeekAndIsWhatIsTyped() {
        choice.setRange(ChartRange.CUSTOM);
        choice.choose(NOW);
        assertThat(choice.getFrom()).isEqualTo("2026-11-22T15:03");
        assertThat(choice.getTo()).isEqualTo("2026-11-29T15:03");

        choice.setFrom("2026-11-01T00:00");
        choice.setTo("2026-11-02T00:00");
        choice.ask(EnglishTexts.get());
        choice.choose(NOW);

        assertThat(choice.times(NOW).from()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(choice.times(NOW).form()).isEqualTo(ChartTime.CLOCK);
    }

    @Test
    void whatIsNoRangeIsRefusedAndChangesNothing() {
        choice.setRange(ChartRange.CUSTOM);
        choice.choose(NOW);
        for (String[] times : new String[][] {
            {"2026-11-02T00:00", "2026-11-01T00:00"}, {"", "2026-11-01T00:00"}, {"1969-01-01T00:00", "2026-01-01T00:00"}
        }) {
            choice.setFrom(times[0]);
            choice.setTo(times[1]);
            assertThatThrownBy(() -> choice.ask(EnglishTexts.get())).isInstanceOf(ProblemException.class);
        }
        assertThat(choice.times(NOW).to()).isEqualTo(NOW);
    }

    @Test
    void labelsAreAsLongAsTheRangeNeeds() {
        Instant day = NOW.minus(Duration.ofDays(1));
        assertThat(new ChartTimes(day, NOW, 10).form()).isEqualTo(ChartTime.CLOCK);
        Instant month = NOW.minus(Duration.ofDays(30));
        assertThat(new ChartTimes(month, NOW, 10).form()).isEqualTo(ChartTime.MINUTE);
        Instant year = NOW.minus(Duration.ofDays(365));
        assertThat(new ChartTimes(year, NOW, 10).form()).isEqualTo(ChartTime.DAY);
    }
}
