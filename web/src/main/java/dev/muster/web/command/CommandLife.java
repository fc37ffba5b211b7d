package dev.muster.web.command;

import dev.muster.domain.command.CommandContent;
import dev.muster.domain.command.NewCommand;
import dev.muster.domain.shared.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** How long a command waits for its device, as the page offers it. */
public enum CommandLife {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30));

    private final Duration length;

    CommandLife(Duration length) {
        this.length = length;
    }

    /**
     * A command that waits so long.
     *
     * @param text as entered
     * @param requestId null if nobody repeats the request
     * @throws ProblemException {@code validation-failed} if the text is no JSON object, or too long
     */
    public NewCommand command(String text, UUID requestId, Clock clock) {
        // 30 days are the most, counted by the clock of the database, which may be a little behind
        Duration wait = this == MONTH ? length.minusMinutes(1) : length;
        return new NewCommand(CommandContent.read(text), clock.instant().plus(wait), requestId);
    }

    public static Optional<CommandLife> named(String name) {
        return Arrays.stream(values()).filter(life -> life.name().equals(name)).findFirst();
    }
}
