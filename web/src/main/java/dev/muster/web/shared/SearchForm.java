package dev.muster.web.shared;

import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import dev.muster.web.shared.text.Texts;
import java.io.Serializable;
import java.time.Instant;

/**
 * A search, among others by time: what is typed into the form, and separately what was last asked for.
 *
 * @param <F> the filter that the service takes
 */
public abstract class SearchForm<F> implements Serializable {

    private String from;

    private String to;

    private transient F asked;

    /** The filter that leaves nothing out. */
    protected abstract F everything();

    /**
     * The filter for what is typed.
     *
     * @throws ProblemException {@code validation-failed} with a sentence that says what to type
     */
    protected abstract F typed();

    /** Empties the fields of the form, except those of the time. */
    protected abstract void empty();

    /** What was last asked for; at first everything. */
    public F filter() {
        return asked == null ? everything() : asked;
    }

    /**
     * Asks for what is typed.
     *
     * @throws ProblemException {@code validation-failed} with a sentence that says what to type
     */
    public void ask() {
        asked = typed();
    }

    /** Empties the form and asks for everything again. */
    public void clear() {
        from = null;
        to = null;
        empty();
        asked = everything();
    }

    public boolean isNarrowed() {
        return !filter().equals(everything());
    }

    /** The typed begin; null if none is typed. */
    protected Instant begin() {
        return time(from);
    }

    /** The typed end; null if none is typed. */
    protected Instant end() {
        return time(to);
    }

    private static Instant time(String text) {
        return EnteredText.isBlank(text)
                ? null
                : UtcField.read(EnteredText.trimmed(text))
                        .orElseThrow(
                                () -> ProblemException.invalid(Texts.current().of("shared.timeFormat")));
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
