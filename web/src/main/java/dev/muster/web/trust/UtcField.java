package dev.muster.web.trust;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The text of a field for a date and a time (HTML, datetime-local): it has no time zone, so the page says that it is UTC,
 * as every time on every page is.
 */
final class UtcField {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private UtcField() {}

    /** Whole minutes, as browsers show them. */
    static String write(Instant instant) {
        return MINUTES.format(instant);
    }

    /** @param text with or without seconds; empty where it is no date and time */
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text == null ? "" : text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
