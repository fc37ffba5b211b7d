package dev.muster.ejb.fleet.act;

import dev.muster.domain.command.NewCommand;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a manager does to many devices at once.
 *
 * @param targetId for {@link Kind#ASSIGN_MODEL} the model, {@code null} if the devices get no model; for {@link
 *     Kind#ADD_TO_APPLICATION} and {@link Kind#REMOVE_FROM_APPLICATION} the application; {@code null} otherwise
 * @param command for {@link Kind#SEND_COMMAND}; {@code null} otherwise
 */
public record FleetAct(
        Kind kind, @Nullable UUID targetId, @Nullable NewCommand command) {

    /** An act that shows no secret. New credentials are another service: {@link FleetRotationService}. */
    public enum Kind {
        ALLOW_REPROVISIONING,
        SUSPEND,
        RESUME,
        ASSIGN_MODEL,
        ADD_TO_APPLICATION,
        /** Only takes back that somebody has added the devices: a rule may still match them. */
        REMOVE_FROM_APPLICATION,
        SEND_COMMAND,
        DELETE
    }

    public FleetAct {
        Objects.requireNonNull(kind);
        if ((kind == Kind.SEND_COMMAND) == (command == null)) {
            throw new IllegalArgumentException("Only SEND_COMMAND has a command, and needs one");
        }
    }

    /** An act that sends no command. */
    public FleetAct(Kind kind, @Nullable UUID targetId) {
        this(kind, targetId, null);
    }
}
