package dev.muster.web.shared;

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

    /** {@code 2 min ago}; a dash if it never was. */
    public String of(Instant instant) {
        return instant == null ? "–" : words(instant, clock.instant());
    }

    /** Also for a time that a clock of another machine has set a little ahead. */
    public static String words(Instant instant, Instant now) {
        Duration past = Duration.between(instant, now);
        if (past.toDays() > 1) {
            return past.toDays() + " days ago";
        }
        if (past.toHours() > 0) {
            return past.toHours() + " h ago";
        }
        return past.toMinutes() > 0 ? past.toMinutes() + " min ago" : "just now";
    }
}
