package dev.muster.ejb.fleet.act;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a manager does to many devices at once.
 *
 * @param modelId for {@link Kind#ASSIGN_MODEL}; {@code null} if the devices get no model
 */
public record FleetAct(Kind kind, @Nullable UUID modelId) {

    /** An act that shows no secret. New credentials are another service: {@link FleetRotationService}. */
    public enum Kind {
        ALLOW_REPROVISIONING,
        SUSPEND,
        RESUME,
        ASSIGN_MODEL,
        DELETE
    }

    public FleetAct {
        Objects.requireNonNull(kind);
    }
}
