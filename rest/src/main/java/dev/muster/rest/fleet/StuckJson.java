package dev.muster.rest.fleet;

import dev.muster.ejb.fleet.StuckIdentifier;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/**
 * An identifier that has come exactly so far.
 *
 * @param outcome code of the last attempt with a valid proof, {@code null} where there is none on record
 */
@JsonbPropertyOrder({"enrollmentId", "uniqueIdentifier", "deviceName", "outcome", "attemptedAt"})
public record StuckJson(
        long enrollmentId, String uniqueIdentifier, String deviceName, String outcome, Instant attemptedAt) {

    static StuckJson of(StuckIdentifier stuck) {
        return new StuckJson(
                stuck.enrollmentId(),
                stuck.uniqueIdentifier(),
                stuck.deviceName(),
                stuck.outcome(),
                stuck.attemptedAt());
    }
}
