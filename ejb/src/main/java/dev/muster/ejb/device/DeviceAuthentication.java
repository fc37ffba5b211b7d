package dev.muster.ejb.device;

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
     * Finds the device, and notes that its credentials are in use, the last use to some minutes.
     *
     * @throws ProblemException {@code unauthenticated} where they are wrong or replaced
     * @throws ProblemException as {@link CertifiedDevices#find}
     * @throws ProblemException {@code device-invalidated} where they are right and count no more
     * @throws ProblemException {@code credentials-suspended} where they are right and do not count now
     */
    public AuthenticatedDevice authenticate(DeviceLogin login) {
        return heard(
                switch (login) {
                    case DeviceLogin.Certificate shown -> HeldCredential.of(certified.find(shown));
                    case DeviceLogin.Token token -> byToken(token);
                });
    }

    /** Notes that a device was heard of whose message came to nothing; one that does not exist is not made for that. */
    public void note(DeviceLogin login) {
        switch (login) {
            case DeviceLogin.Certificate shown ->
                certified.known(shown).map(HeldCredential::of).ifPresent(this::heard);
            case DeviceLogin.Token token -> heard(byToken(token));
        }
    }

    private AuthenticatedDevice heard(HeldCredential held) {
        requireToCount(held);
        if (held.history().isUseToBeNoted(held.at())) {
            devices.markUsed(held.holder().id(), held.credential().accessKey(), held.at());
        }
        return held.holder();
    }

    private HeldCredential byToken(DeviceLogin.Token login) {
        HeldCredential held = devices.credential(login.accessKey())
                .filter(found -> !found.credential().isCertificate())
                .orElse(null);
        String expected = held == null ? NOBODY : held.credential().accessTokenHash();
        boolean right = Secrets.equal(Secrets.sha256Base64Url(login.accessToken()), expected);
        if (!right || held == null) {
            throw nobody();
        }
        return held;
    }

    static ProblemException nobody() {
        return new ProblemException(
                ProblemCode.UNAUTHENTICATED,
                "The access key or the access token is wrong, or a later proof has replaced them.");
    }

    private static void requireToCount(HeldCredential held) {
        if (held.history().isInvalidated(held.at())) {
            throw new ProblemException(
                    ProblemCode.DEVICE_INVALIDATED,
                    "The certificate that proved this device was revoked; it has to be provisioned with another one.");
        }
        if (held.history().isSuspended()) {
            throw new ProblemException(
                    ProblemCode.CREDENTIALS_SUSPENDED,
                    "The device's organization has suspended its credentials; they count again when it resumes them.");
        }
    }
}
