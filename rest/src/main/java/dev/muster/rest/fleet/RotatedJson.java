package dev.muster.rest.fleet;

import dev.muster.ejb.provisioning.credential.RotatedEnrollment;
import dev.muster.rest.provisioning.credential.CredentialsJson;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * What became of one entry of an import whose devices were to get new credentials.
 *
 * @param outcome {@code rotated}, {@code not-provisioned} or {@code device-invalidated}
 * @param credentials shown this once; absent where there are no new ones
 */
@JsonbPropertyOrder({"uniqueIdentifier", "deviceName", "outcome", "credentials"})
public record RotatedJson(String uniqueIdentifier, String deviceName, String outcome, CredentialsJson credentials) {

    static RotatedJson of(RotatedEnrollment rotated) {
        return new RotatedJson(
                rotated.enrollment().uniqueIdentifier(),
                rotated.enrollment().deviceName(),
                rotated.outcome().code(),
                rotated.credentials() == null ? null : CredentialsJson.of(rotated.credentials()));
    }
}
