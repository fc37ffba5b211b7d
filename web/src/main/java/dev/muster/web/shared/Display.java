package dev.muster.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How values are written on a page: the same everywhere, in English, in UTC. */
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

    public String time(Instant instant) {
        return instant == null ? NOTHING : TIME.format(instant) + " UTC";
    }

    /** As {@link #time}, shorter: without seconds and without the zone, which is UTC. */
    public String minute(Instant instant) {
        return instant == null ? NOTHING : MINUTE.format(instant);
    }

    /** @param milliseconds since the epoch */
    public String timeOf(long milliseconds) {
        return time(Instant.ofEpochMilli(milliseconds));
    }

    public String day(Instant instant) {
        return instant == null ? NOTHING : DAY.format(instant);
    }

    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number with its noun: "1 device", "1,000 devices". */
    public String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** A constant as a word: {@code ORGANIZATION_MANAGER} is "Organization manager". */
    public String word(Enum<?> constant) {
        if (constant == null) {
            return NOTHING;
        }
        String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
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
