package dev.muster.domain.provisioning;

import dev.muster.domain.device.Device;
import dev.muster.domain.enrollment.Enrollment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a manufacturer may know about one of its identifiers: its state and since when, but never which organization
 * holds it.
 *
 * @param uniqueIdentifier as the manufacturer asked for it, not as the organization spelled it
 * @param since when it entered this state, {@code null} if it is not enrolled
 */
public record IdentifierStanding(
        String uniqueIdentifier,
        IdentifierState state,
        @Nullable Instant since) {

    public static IdentifierStanding notEnrolled(String asked) {
        return new IdentifierStanding(asked, IdentifierState.NOT_ENROLLED, null);
    }

    public static IdentifierStanding of(String asked, Enrollment enrollment) {
        return new IdentifierStanding(asked, IdentifierState.ENROLLED, enrollment.createdAt());
    }

    public static IdentifierStanding of(String asked, Device device, Instant now) {
        Instant since = switch (device.status(now)) {
            case PROVISIONED -> device.rotatedAt();
            case ACTIVE -> device.heardAt();
            case INVALIDATED -> device.invalidatedAt();
        };
        return new IdentifierStanding(asked, IdentifierState.of(device.status(now)), since);
    }
}
