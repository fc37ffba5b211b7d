package dev.muster.ejb.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An imported identifier at a step of the funnel, with its last attempt.
 *
 * @param deviceName the device's name in the organization
 * @param outcome code of the last attempt with a valid proof; {@code null} if none is recorded
 * @param attemptedAt the time of that attempt; {@code null} if none is recorded
 */
public record StuckIdentifier(
        long enrollmentId,
        String uniqueIdentifier,
        String deviceName,
        @Nullable String outcome,
        @Nullable Instant attemptedAt) {}
