package dev.muster.rest.provisioning;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.rest.transparency.ReceiptJson;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a device that has proved itself.
 *
 * @param serverTime seconds since the epoch, for a device without a clock
 * @param log the proof that the transparency log has this; absent if the log did not answer in time
 */
@Schema(name = "ProvisionedDevice")
@JsonbPropertyOrder({
    "deviceId",
    "organizationId",
    "uniqueIdentifier",
    "deviceName",
    "deviceType",
    "credentials",
    "telemetry",
    "serverTime",
    "log"
})
public record ProvisionedJson(
        UUID deviceId,
        UUID organizationId,
        String uniqueIdentifier,
        String deviceName,
        String deviceType,
        Credentials credentials,
        Telemetry telemetry,
        long serverTime,
        ReceiptJson log) {

    /**
     * Access key and access token, shown only once; or a certificate, if the proof has a {@code csr}.
     *
     * @param certificateChain PEM, the device's certificate first, then its issuer's; absent if there is a token
     */
    @Schema(name = "ProvisionedCredentials")
    @JsonbPropertyOrder({"clientId", "accessKey", "accessToken", "certificateChain"})
    public record Credentials(String clientId, String accessKey, String accessToken, List<String> certificateChain) {

        static Credentials of(ProvisioningOutcome.Granted granted) {
            return switch (granted) {
                case ProvisioningOutcome.CertificateChain(var id, var chain) -> new Credentials(id, null, null, chain);
                case ProvisioningOutcome.Credentials(var id, var key, var token) ->
                    new Credentials(id, key, token, null);
            };
        }

        @Override
        public String toString() {
            return "Credentials[" + clientId + "]";
        }
    }

    /** The address to which the device reports. */
    @Schema(name = "TelemetryEndpoint")
    public record Telemetry(String url) {}

    /** @param url of the listener that accepts the credentials, without a slash at the end */
    static ProvisionedJson of(ProvisioningOutcome.Provisioned device, String url, ReceiptJson receipt, Instant now) {
        return new ProvisionedJson(
                device.deviceId(),
                device.organizationId(),
                device.uniqueIdentifier(),
                device.deviceName(),
                device.deviceType(),
                Credentials.of(device.credentials()),
                new Telemetry(url + "/api/v1/telemetry"),
                now.getEpochSecond(),
                receipt);
    }
}
