package dev.muster.web.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The text of a field for date and time (HTML, datetime-local). It has no time zone; the label of the field says UTC,
 * as for all times on all pages.
 */
public final class UtcField {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private UtcField() {}

    /** In whole minutes, as browsers show them. */
    public static String write(Instant instant) {
        return MINUTES.format(instant);
    }

    /** Returns empty if the text is not a date and a time, with or without seconds. */
    public static Optional<Instant> read(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text == null ? "" : text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
