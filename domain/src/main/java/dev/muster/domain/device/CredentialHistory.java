package dev.muster.domain.device;

import java.time.Duration;
import java.time.Instant;

/**
 * What has become of a device's credentials: all that decides whether they count.
 *
 * @param firstUsedAt when they were first used, {@code null} before that
 * @param lastUsedAt when the device last used credentials, to some minutes; {@code null} where it never has
 * @param suspendedAt since when they are suspended, {@code null} where they are not
 * @param invalidatedAt from when on they count no more, which may lie in the future; {@code null} where no end is known
 */
public record CredentialHistory(Instant firstUsedAt, Instant lastUsedAt, Instant suspendedAt, Instant invalidatedAt) {

    /** A device that reports every second costs one note of its use in this time. */
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

    /** Whether the note of their last use is missing or too old. */
    public boolean isUseToBeNoted(Instant now) {
        return firstUsedAt == null || lastUsedAt == null || lastUsedAt.isBefore(now.minus(USE_PRECISION));
    }
}
