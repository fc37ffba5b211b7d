package dev.muster.web.transparency;

import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.SearchTimes;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LogFilter;
import dev.muster.web.shared.SearchForm;
import dev.muster.web.shared.text.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/** The search for leaves. */
public class LogSearch extends SearchForm<LogFilter> {

    private static final String SAMPLE = "user:0b2c7cf0-9f4f-4f07-8f43-0a6a1b6b4f10";

    private final Texts texts;

    private String act;

    private String by;

    private String object;

    private String text;

    LogSearch(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected LogFilter everything() {
        return LogFilter.ALL;
    }

    @Override
    protected LogFilter typed() {
        return new LogFilter(
                Act.named(act == null ? "" : act).map(Act::code).orElse(null),
                begin(),
                end(),
                typedReference(by),
                typedReference(object),
                null,
                EnteredText.isBlank(text) ? null : EnteredText.trimmed(text),
                null);
    }

    @Override
    protected void empty() {
        act = null;
        by = null;
        object = null;
        text = null;
    }

    /** What was last asked for as the query of an address; empty if everything was asked for. */
    public String getLink() {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        LogFilter filter = filter();
        add(query, "act", filter.act());
        add(query, "from", filter.from());
        add(query, "to", filter.to());
        add(query, "by", filter.by());
        add(query, "object", filter.object());
        add(query, "search", filter.search());
        return query.toString();
    }

    private static void add(StringJoiner query, String name, Object value) {
        if (value != null) {
            query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }

    /**
     * Reads the query of {@link #getLink}.
     *
     * @param parameters by name; null for a parameter that the query does not have
     * @throws ProblemException if no link of ours has such a value
     */
    static LogFilter read(UnaryOperator<String> parameters) {
        String code = parameters.apply("act");
        if (code != null && Act.named(code).isEmpty()) {
            throw ProblemException.notFound();
        }
        return new LogFilter(
                code,
                instant(parameters.apply("from")),
                instant(parameters.apply("to")),
                reference(parameters.apply("by")),
                reference(parameters.apply("object")),
                null,
                parameters.apply("search"),
                null);
    }

    /** @throws ProblemException {@code not-found} if the text is not a time as {@link Instant} writes it */
    private static Instant instant(String text) {
        try {
            Instant time = text == null ? null : Instant.parse(text);
            SearchTimes.require(time);
            return time;
        } catch (DateTimeException noTime) {
            throw ProblemException.notFound();
        }
    }

    private String typedReference(String text) {
        if (EnteredText.isBlank(text) || LogFilter.isReference(EnteredText.trimmed(text))) {
            return reference(text);
        }
        throw ProblemException.invalid(texts.of("transparency.referenceForm", SAMPLE));
    }

    private static String reference(String text) {
        if (EnteredText.isBlank(text)) {
            return null;
        }
        String reference = EnteredText.trimmed(text);
        if (!LogFilter.isReference(reference)) {
            throw ProblemException.notFound();
        }
        return reference;
    }

    public String getAct() {
        return act;
    }

    public void setAct(String act) {
        this.act = act;
    }

    public String getBy() {
        return by;
    }

    public void setBy(String by) {
        this.by = by;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getObject() {
        return object;
    }

    public void setObject(String object) {
        this.object = object;
    }
}
