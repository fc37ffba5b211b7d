package dev.muster.ejb.provisioning.credential;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceCredential;
import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.shared.Secrets;
import java.security.SecureRandom;

/**
 * Credentials for a device, before only their hash is left of the secret.
 *
 * @param accessToken {@code null} where the credential is a certificate
 */
public record NewCredential(String accessKey, String accessToken) {

    public static NewCredential ofCertificate(SecureRandom random) {
        return new NewCredential(Secrets.newAccessKey(random), null);
    }

    public static NewCredential make(SecureRandom random) {
        return new NewCredential(Secrets.newAccessKey(random), Secrets.newAccessToken(random));
    }

    /** What the database keeps. */
    public DeviceCredential stored() {
        return accessToken == null
                ? DeviceCredential.ofCertificate(accessKey)
                : new DeviceCredential(accessKey, Secrets.sha256Base64Url(accessToken));
    }

    /** What is shown once. */
    public ProvisioningOutcome.Credentials of(Device device) {
        return new ProvisioningOutcome.Credentials(device.id().toString(), accessKey, accessToken);
    }

    @Override
    public String toString() {
        return "NewCredential[" + accessKey + "]";
    }
}
