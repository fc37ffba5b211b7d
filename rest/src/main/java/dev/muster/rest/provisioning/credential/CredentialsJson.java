package dev.muster.rest.provisioning.credential;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A device's access key and access token, shown only once. */
@Schema(name = "DeviceCredentials")
@JsonbPropertyOrder({"clientId", "accessKey", "accessToken"})
public record CredentialsJson(String clientId, String accessKey, String accessToken) {

    public static CredentialsJson of(ProvisioningOutcome.Credentials credentials) {
        return new CredentialsJson(credentials.clientId(), credentials.accessKey(), credentials.accessToken());
    }

    @Override
    public String toString() {
        return "CredentialsJson[" + clientId + "]";
    }
}
