package dev.muster.domain.device;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times that decide whether a device's credentials are accepted.
 *
 * @param firstUsedAt when they were first used, {@code null} before that
 * @param lastUsedAt when the device last used any credentials, exact to five minutes; {@code null} if it never has
 * @param suspendedAt since when they are suspended, {@code null} if they are not
 * @param invalidatedAt when they end, perhaps in the future; {@code null} if no end is known
 */
public record CredentialHistory(
        @Nullable Instant firstUsedAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant suspendedAt,
        @Nullable Instant invalidatedAt) {

    /** A device that reports every second costs one update of its last use in this time. */
    private static final Duration USE_PRECISION = Duration.ofMinutes(5);

    public boolean isInvalidated(Instant now) {
        return invalidatedAt != null && !now.isBefore(invalidatedAt);
    }

    public boolean isSuspended() {
        return suspendedAt != null;
    }

    public CredentialStatus status(Instant now) {
        if (isInvalidated(now)) {
            return CredentialStatus.REVOKED;
        }
        if (isSuspended()) {
            return CredentialStatus.SUSPENDED;
        }
        return firstUsedAt == null ? CredentialStatus.INACTIVE : CredentialStatus.ACTIVE;
    }

    /** Whether the recorded last use is missing or too old. */
    public boolean isUseToBeNoted(Instant now) {
        return firstUsedAt == null || lastUsedAt == null || lastUsedAt.isBefore(now.minus(USE_PRECISION));
    }
}
