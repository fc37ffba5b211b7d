package dev.muster.web.shared;

import com.ibm.icu.text.NumberFormat;
import dev.muster.domain.shared.Language;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How values are written on a page: the same everywhere, in UTC, and in the language of the page. */
@Named
@ApplicationScoped
public class Display {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Shown instead of an empty cell, which would look like a fault. */
    private static final String NOTHING = "–";

    private final Texts texts;

    /** For the proxy; writes in English. */
    public Display() {
        this(new Texts());
    }

    @Inject
    public Display(Texts texts) {
        this.texts = texts;
    }

    public String time(Instant instant) {
        return instant == null ? NOTHING : leftToRight(TIME.format(instant) + " UTC");
    }

    /** As {@link #time}, shorter: without seconds and without the zone, which is UTC. */
    public String minute(Instant instant) {
        return instant == null ? NOTHING : leftToRight(MINUTE.format(instant));
    }

    /** @param milliseconds since the epoch */
    public String timeOf(long milliseconds) {
        return time(Instant.ofEpochMilli(milliseconds));
    }

    public String day(Instant instant) {
        return instant == null ? NOTHING : DAY.format(instant);
    }

    public String number(long number) {
        return NumberFormat.getInstance(texts.language().formats()).format(number);
    }

    /** A text whose parts a language from right to left would put in another order. */
    private String leftToRight(String text) {
        return texts.language() == Language.ARABIC ? "\u2066" + text + "\u2069" : text;
    }

    /** The style of a status: {@code tag-draft} and so on. */
    public String tag(Enum<?> constant) {
        return "tag tag-" + constant.name().toLowerCase(Locale.ROOT);
    }

    /** A text of somebody else inside a sentence, which it cannot turn around (Unicode, first strong isolate). */
    public String isolated(String text) {
        return "\u2068" + text + "\u2069";
    }

    public String orNothing(String text) {
        return text == null || text.isBlank() ? NOTHING : text;
    }
}
