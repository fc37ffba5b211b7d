package dev.muster.web.shared;

import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in words. A page shows the exact time beside it, or on hover. */
@Named("ago")
@ApplicationScoped
public class Ago {

    @Inject
    private Clock clock;

    @Inject
    private Texts texts;

    /** {@code 2 min ago}; a dash if it never was. */
    public String of(Instant instant) {
        return instant == null ? "–" : words(texts, instant, clock.instant());
    }

    /** As {@link #words(Texts, Instant, Instant)}, in English. */
    public static String words(Instant instant, Instant now) {
        return words(new Texts(), instant, now);
    }

    /** Also for a time that a clock of another machine has set a little ahead. */
    public static String words(Texts texts, Instant instant, Instant now) {
        Duration past = Duration.between(instant, now);
        if (past.toDays() > 1) {
            return texts.of("shared.daysAgo", past.toDays());
        }
        if (past.toHours() > 0) {
            return texts.of("shared.hoursAgo", past.toHours());
        }
        return past.toMinutes() > 0 ? texts.of("shared.minutesAgo", past.toMinutes()) : texts.of("shared.justNow");
    }
}
