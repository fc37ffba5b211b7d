package dev.muster.domain.command;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command that somebody wants to send.
 *
 * @param expiresAt {@code null} for the usual time
 * @param requestId a device gets at most one command of a request, however often the request is repeated; {@code null} if
 *     nobody repeats it
 */
public record NewCommand(
        CommandContent content,
        @Nullable Instant expiresAt,
        @Nullable UUID requestId) {

    public NewCommand {
        Objects.requireNonNull(content);
    }
}
