package dev.muster.web.telemetry;

import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.SearchTimes;
import dev.muster.web.shared.UtcField;
import dev.muster.web.shared.text.Texts;
import java.io.Serializable;
import java.time.Instant;

/** The range of the charts: what is chosen, and of a custom range separately what was last asked for. */
public class RangeChoice implements Serializable {

    private ChartRange range = ChartRange.HOUR;

    private String from;

    private String to;

    private Instant askedFrom;

    private Instant askedTo;

    /** Takes what is chosen. A custom range begins as the last week, until the user changes it. */
    void choose(Instant now) {
        if (range == ChartRange.CUSTOM && askedFrom == null) {
            askedFrom = now.minus(ChartRange.CUSTOM.length());
            askedTo = now;
            from = UtcField.write(askedFrom);
            to = UtcField.write(askedTo);
        }
    }

    /**
     * Asks for the custom range that is typed.
     *
     * @throws ProblemException {@code validation-failed} with a sentence that says what to type
     */
    void ask(Texts texts) {
        Instant begin = time(from, texts);
        Instant end = time(to, texts);
        if (!begin.isBefore(end)) {
            throw ProblemException.invalid(texts.of("telemetry.startBeforeEnd"));
        }
        askedFrom = begin;
        askedTo = end;
    }

    ChartTimes times(Instant now) {
        return range == ChartRange.CUSTOM && askedFrom != null
                ? new ChartTimes(askedFrom, askedTo, range.points())
                : ChartTimes.until(now, range);
    }

    private static Instant time(String text, Texts texts) {
        Instant time = UtcField.read(EnteredText.trimmed(text))
                .orElseThrow(() -> ProblemException.invalid(texts.of("telemetry.timeNeeded")));
        SearchTimes.require(time);
        return time;
    }

    /** Whether the times are typed. */
    public boolean isCustom() {
        return range == ChartRange.CUSTOM;
    }

    public ChartRange getRange() {
        return range;
    }

    public void setRange(ChartRange range) {
        this.range = range;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
