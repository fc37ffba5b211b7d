package dev.muster.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.overview.Bar;
import dev.muster.domain.overview.BarSeries;
import dev.muster.web.overview.BarChart.Stack;
import dev.muster.web.shared.text.EnglishTexts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarChartTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");

    private static final BarSeries JOINS = BarSeries.hours(
            NOW,
            List.of(
                    new Bar(Instant.parse("2026-03-01T09:00:00Z"), 1_200),
                    new Bar(Instant.parse("2026-03-01T10:00:00Z"), 34)));

    private final ChartWords words = new ChartWords(EnglishTexts.get());

    @Test
    void theTableHasWhatTheChartHas() {
        BarChart chart = BarChart.of("joins", "Joins", "Number", JOINS);
        assertThat(chart.rows())
                .containsExactly(
                        new BarChart.Row(Instant.parse("2026-03-01T10:00:00Z"), List.of(34L)),
                        new BarChart.Row(Instant.parse("2026-03-01T09:00:00Z"), List.of(1_200L)));
        assertThat(words.summary(chart)).isEqualTo("1,234 in all, most at 1 Mar 2026, 09:00 UTC: 1,200");
        assertThat(chart.json())
                .contains(
                        "\"type\":\"bar\"",
                        "\"2026-03-01 10:00\"",
                        "\"times\":\"CLOCK\"",
                        "1200,34]",
                        "\"display\":false");
    }

    @Test
    void nothingIsSaidInWords() {
        BarChart chart = BarChart.of("none", "None", "Number", BarSeries.days(NOW, List.of()));
        assertThat(chart.isZero()).isTrue();
        assertThat(chart.rows()).isEmpty();
        assertThat(words.summary(chart)).isEqualTo("none");
        assertThat(words.unit(chart)).isEqualTo("Day (UTC)");
        assertThat(chart.json()).contains("\"2026-03-01 00:00\"", "\"times\":\"UTC_DAY\"");
    }

    @Test
    void seriesAreStackedWithALegend() {
        BarChart chart = new BarChart(
                "two", "Two", List.of(new Stack("</script>", "#000", JOINS), new Stack("More", "#fff", JOINS)));
        assertThat(chart.sum()).isEqualTo(2_468);
        assertThat(chart.isStacked()).isTrue();
        assertThat(chart.json()).doesNotContain("<", ">").contains("More");
        assertThat(chart.rows().getFirst().amounts()).containsExactly(34L, 34L);
    }
}
