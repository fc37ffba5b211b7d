package dev.muster.ejb.fleet;

import java.time.Instant;

/**
 * An imported identifier that has not come to the end of the funnel, and why.
 *
 * @param deviceName its name in the organization
 * @param outcome code of its last attempt with a valid proof, {@code null} where there is none on record
 * @param attemptedAt when that was
 */
public record StuckIdentifier(
        long enrollmentId, String uniqueIdentifier, String deviceName, String outcome, Instant attemptedAt) {}
