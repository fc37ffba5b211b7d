package dev.muster.web.overview;

import dev.muster.web.shared.Display;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What a page says about a chart in words. */
@Named
@ApplicationScoped
public class ChartWords {

    private final Texts texts;
    private final Display display;

    /** For the proxy; answers in English. */
    public ChartWords() {
        this(new Texts());
    }

    @Inject
    public ChartWords(Texts texts) {
        this.texts = texts;
        this.display = new Display(texts);
    }

    /** The chart for users who cannot see it: {@code 12 in all, most at 31 Dec 2026, 14:00 UTC: 5}. */
    public String summary(BarChart chart) {
        if (chart.isZero()) {
            return texts.of("overview.summaryNone");
        }
        BarChart.Row highest = chart.highest();
        String name = chart.isOfHours() ? "overview.summaryHour" : "overview.summaryDay";
        String time = chart.isOfHours() ? display.momentMinute(highest.time()) : display.day(highest.time());
        return texts.of(name, chart.sum(), time, highest.sum());
    }

    /** The name of the unit, as the head of a column. */
    public String unit(BarChart chart) {
        return texts.of(chart.isOfHours() ? "overview.unitHour" : "overview.unitDay");
    }
}
