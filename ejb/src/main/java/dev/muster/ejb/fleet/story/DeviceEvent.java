package dev.muster.ejb.fleet.story;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to a device.
 *
 * @param code of an attempt its outcome, of an act the code of the act, of a decision the state of the request
 * @param by who did it, as the log writes it ({@code user:<id>}); {@code null} if nobody is known
 * @param attempt the provisioning attempt; {@code null} if there was none
 */
public record DeviceEvent(
        Instant at,
        Kind kind,
        @Nullable String code,
        @Nullable String by,
        @Nullable UUID attempt) {

    /** What kind of event it is. */
    public enum Kind {
        /** An import put its identifier on the list. */
        IMPORTED,
        /** It tried to prove itself. */
        ATTEMPT,
        /** An act of the transparency log. */
        ACT,
        /** It used its present credentials for the first time. */
        FIRST_USE,
        /** Another proof waits for a manager. */
        APPROVAL_ASKED,
        /** A manager has decided about that. */
        APPROVAL_DECIDED,
        /** A manager has allowed that one more proof gives it new credentials; no proof has used that yet. */
        REPROVISIONING_ALLOWED,
        /** The certificate that proved it was revoked. */
        INVALIDATED
    }

    static DeviceEvent of(Instant at, Kind kind) {
        return new DeviceEvent(at, kind, null, null, null);
    }
}
