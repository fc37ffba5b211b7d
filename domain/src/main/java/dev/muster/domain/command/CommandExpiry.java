package dev.muster.domain.command;

import dev.muster.domain.shared.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When a command expires: a device that wakes up later must not get it any more. */
public final class CommandExpiry {

    /** If the sender does not say otherwise. */
    public static final Duration DEFAULT = Duration.ofDays(1);

    public static final Duration LONGEST = Duration.ofDays(30);

    private CommandExpiry() {}

    /**
     * The time after which the command is not sent any more.
     *
     * @param wanted {@code null} for {@link #DEFAULT} from now
     * @return in whole microseconds, as the database keeps it
     * @throws ProblemException {@code validation-failed} if it is not in the future, or later than {@link #LONGEST} from now
     */
    public static Instant of(@Nullable Instant wanted, Instant now) {
        if (wanted == null) {
            return now.plus(DEFAULT);
        }
        if (!wanted.isAfter(now)) {
            throw ProblemException.invalid(
                    "The time expiresAt is not in the future; choose a later time, or leave it out for one day.");
        }
        if (wanted.isAfter(now.plus(LONGEST))) {
            throw ProblemException.invalid(
                    "The time expiresAt is too late; a command waits at most 30 days. Choose an earlier time.");
        }
        return wanted.truncatedTo(ChronoUnit.MICROS);
    }
}
