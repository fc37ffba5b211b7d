package dev.muster.rest.provisioning;

import dev.muster.ejb.provisioning.answer.ProvisionAnswer;
import dev.muster.rest.transparency.ReceiptJson;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a device that has proved itself, for the OpenAPI document; {@link ProvisionAnswer} writes it.
 *
 * @param serverTime seconds since the epoch, for a device without a clock
 * @param log the proof that the transparency log has this; absent if the log did not answer in time
 */
@Schema(name = "ProvisionedDevice")
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
    public record Credentials(String clientId, String accessKey, String accessToken, List<String> certificateChain) {}

    /** The address to which the device reports. */
    @Schema(name = "TelemetryEndpoint")
    public record Telemetry(String url) {}
}
