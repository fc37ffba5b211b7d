package dev.muster.rest.provisioning;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/**
 * What a device gets that has proved itself.
 *
 * @param serverTime seconds since the epoch, for a device without a clock
 */
@JsonbPropertyOrder({
    "deviceId",
    "organizationId",
    "uniqueIdentifier",
    "deviceName",
    "deviceType",
    "credentials",
    "telemetry",
    "serverTime"
})
public record ProvisionedJson(
        UUID deviceId,
        UUID organizationId,
        String uniqueIdentifier,
        String deviceName,
        String deviceType,
        Credentials credentials,
        Telemetry telemetry,
        long serverTime) {

    /** Shown this once. */
    @JsonbPropertyOrder({"clientId", "accessKey", "accessToken"})
    public record Credentials(String clientId, String accessKey, String accessToken) {

        @Override
        public String toString() {
            return "Credentials[" + clientId + "]";
        }
    }

    /** Where the device reports to. */
    public record Telemetry(String url) {}

    static ProvisionedJson of(ProvisioningOutcome.Provisioned device, String publicUrl, Instant now) {
        ProvisioningOutcome.Credentials credentials = device.credentials();
        return new ProvisionedJson(
                device.deviceId(),
                device.organizationId(),
                device.uniqueIdentifier(),
                device.deviceName(),
                device.deviceType(),
                new Credentials(credentials.clientId(), credentials.accessKey(), credentials.accessToken()),
                new Telemetry(publicUrl.replaceAll("/+$", "") + "/api/v1/telemetry"),
                now.getEpochSecond());
    }
}
