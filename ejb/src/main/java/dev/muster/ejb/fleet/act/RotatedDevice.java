package dev.muster.ejb.fleet.act;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.ejb.provisioning.credential.RotationOutcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The outcome for one of many devices that get new credentials.
 *
 * @param uniqueIdentifier empty if the device was not found
 * @param credentials the new credentials, shown only once; {@code null} if the device got none
 */
public record RotatedDevice(
        UUID deviceId,
        String uniqueIdentifier,
        String name,
        RotationOutcome outcome,
        ProvisioningOutcome.@Nullable Credentials credentials) {

    static RotatedDevice notFound(UUID deviceId) {
        return new RotatedDevice(deviceId, "", "", RotationOutcome.NOT_PROVISIONED, null);
    }
}
