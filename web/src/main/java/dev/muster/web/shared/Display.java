package dev.muster.web.shared;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import dev.muster.domain.shared.Language;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

/**
 * How values are written on a page: the same everywhere, and in the language of the page. Times are in UTC. Those in an element of the class
 * "time" are written in a form that the script {@code times.js} reads: it writes them in the language and the time zone of the user.
 */
@Named
@ApplicationScoped
public class Display {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

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

    /** For an element of the class "time". */
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

    /** Within a sentence: {@code 31 Dec 2026, 14:05:59 UTC}. */
    public String moment(Instant instant) {
        return instant == null ? NOTHING : isolatedInArabic(written(instant, DateFormat.MEDIUM) + " UTC");
    }

    /** As {@link #moment}, shorter: without seconds and without the zone, which is UTC. */
    public String momentMinute(Instant instant) {
        return instant == null ? NOTHING : isolatedInArabic(written(instant, DateFormat.SHORT));
    }

    /** As {@link #moment}, without seconds: {@code 31 Dec 2026, 14:05 UTC}. */
    public String momentMinuteUtc(Instant instant) {
        return instant == null ? NOTHING : isolatedInArabic(written(instant, DateFormat.SHORT) + " UTC");
    }

    /** A day in UTC, for a sentence or a cell: {@code 31 Dec 2026}. */
    public String day(Instant instant) {
        return instant == null ? NOTHING : inUtc(DateFormat.getDateInstance(DateFormat.MEDIUM, formats()), instant);
    }

    /** A day of the calendar, as {@link #day} writes it. */
    public String dayOf(LocalDate date) {
        return day(date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private String written(Instant instant, int clock) {
        return inUtc(DateFormat.getDateTimeInstance(DateFormat.MEDIUM, clock, formats()), instant);
    }

    private static String inUtc(DateFormat format, Instant instant) {
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(instant));
    }

    private Locale formats() {
        return texts.language().formats();
    }

    private String isolatedInArabic(String text) {
        return texts.language() == Language.ARABIC ? isolated(text) : text;
    }

    public String number(long number) {
        return NumberFormat.getInstance(formats()).format(number);
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
