package dev.muster.ejb.provisioning.credential;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceCredential;
import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.shared.Secrets;
import java.security.SecureRandom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * New credentials of a device, with the secret. The database keeps only its hash.
 *
 * @param accessToken {@code null} if the credential is a certificate
 */
public record NewCredential(String accessKey, @Nullable String accessToken) {

    public static NewCredential ofCertificate(SecureRandom random) {
        return new NewCredential(Secrets.newAccessKey(random), null);
    }

    public static NewCredential make(SecureRandom random) {
        return new NewCredential(Secrets.newAccessKey(random), Secrets.newAccessToken(random));
    }

    /** The form that the database keeps. */
    public DeviceCredential stored() {
        return accessToken == null
                ? DeviceCredential.ofCertificate(accessKey)
                : new DeviceCredential(accessKey, Secrets.sha256Base64Url(accessToken));
    }

    /** The form that the device or the manager gets, once: only for credentials with a token. */
    public ProvisioningOutcome.Credentials of(Device device) {
        return new ProvisioningOutcome.Credentials(
                device.id().toString(), accessKey, Objects.requireNonNull(accessToken));
    }

    @Override
    public String toString() {
        return "NewCredential[" + accessKey + "]";
    }
}
