package dev.muster.ejb.device;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device whose credentials count now.
 *
 * @param accessKey if it has changed, the device has other credentials
 * @param connectionId of the session that was noted last; null if none was noted
 * @param since when that session began; null if none was noted
 * @param now by the database's clock, as {@code since}
 */
public record CountingDevice(
        String accessKey,
        @Nullable UUID connectionId,
        @Nullable Instant since,
        Instant now) {

    /** A session that begins later than this after now was noted before the database's clock was set back. */
    public static final Duration FUTURE = Duration.ofMinutes(1);

    /**
     * Whether another session of the device is noted that began later than this one, or at the same moment. A session
     * that began before is noted as long as this one waits for being noted.
     */
    public boolean hasNewerSession(UUID ownConnection, Instant ownSince) {
        return since != null
                && !ownConnection.equals(connectionId)
                && !since.isBefore(ownSince)
                && since.isBefore(now.plus(FUTURE));
    }
}
