package dev.muster.ejb.device;

import dev.muster.domain.device.Device;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who a device is, by the credentials that provisioning gave it or by the certificate that it shows. */
@ApplicationScoped
public class DeviceAuthentication {

    private static final String NOBODY = Secrets.sha256Base64Url("");

    @Inject
    private DeviceRepository devices;

    @Inject
    private CertifiedDevices certified;

    /**
     * Finds the device and notes that its credentials are in use, the last use to some minutes.
     *
     * @throws ProblemException {@code unauthenticated} where they are wrong or replaced
     * @throws ProblemException as {@link CertifiedDevices#find}
     * @throws ProblemException {@code device-invalidated} where they are right and count no more
     * @throws ProblemException {@code credentials-suspended} where they are right and do not count now
     */
    public Device authenticate(DeviceLogin login) {
        FoundDevice found = login instanceof DeviceLogin.Certificate shown
                ? certified.find(shown)
                : byToken((DeviceLogin.Token) login);
        requireToCount(found);
        if (found.device().isUseToBeNoted(found.at())) {
            devices.markUsed(found.device(), found.at());
        }
        return found.device();
    }

    private FoundDevice byToken(DeviceLogin.Token login) {
        FoundDevice found = devices.byAccessKey(login.accessKey())
                .filter(device -> !device.device().credential().isCertificate())
                .orElse(null);
        String expected = found == null ? NOBODY : found.device().credential().accessTokenHash();
        boolean right = Secrets.equal(Secrets.sha256Base64Url(login.accessToken()), expected);
        if (!right || found == null) {
            throw new ProblemException(
                    ProblemCode.UNAUTHENTICATED,
                    "The access key or the access token is wrong, or a later proof has replaced them.");
        }
        return found;
    }

    private static void requireToCount(FoundDevice found) {
        if (found.isInvalidated()) {
            throw new ProblemException(
                    ProblemCode.DEVICE_INVALIDATED,
                    "The certificate that proved this device was revoked; it has to be provisioned with another one.");
        }
        if (found.device().isSuspended()) {
            throw new ProblemException(
                    ProblemCode.CREDENTIALS_SUSPENDED,
                    "The device's organization has suspended its credentials; they count again when it resumes them.");
        }
    }
}
