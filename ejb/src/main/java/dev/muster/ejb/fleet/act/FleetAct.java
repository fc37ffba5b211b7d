package dev.muster.ejb.fleet.act;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a manager does to many devices at once.
 *
 * @param targetId for {@link Kind#ASSIGN_MODEL} the model, {@code null} if the devices get no model; for {@link
 *     Kind#ADD_TO_APPLICATION} and {@link Kind#REMOVE_FROM_APPLICATION} the application; {@code null} otherwise
 */
public record FleetAct(Kind kind, @Nullable UUID targetId) {

    /** An act that shows no secret. New credentials are another service: {@link FleetRotationService}. */
    public enum Kind {
        ALLOW_REPROVISIONING,
        SUSPEND,
        RESUME,
        ASSIGN_MODEL,
        ADD_TO_APPLICATION,
        /** Only takes back that somebody has added the devices: a rule may still match them. */
        REMOVE_FROM_APPLICATION,
        DELETE
    }

    public FleetAct {
        Objects.requireNonNull(kind);
    }
}
