package dev.muster.ejb.device;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Authenticates a device by the credentials that provisioning gave it or by the certificate that it shows. */
@ApplicationScoped
public class DeviceAuthentication {

    /** What the token of an unknown access key is compared with, so that the answer takes the same time. */
    private static final String NOBODY = Secrets.sha256Base64Url("");

    @Inject
    private DeviceRepository devices;

    @Inject
    private CertifiedDevices certified;

    @Inject
    private CredentialBatchRepository batches;

    /**
     * Finds the device and notes the use of its credentials. The time of the last use is accurate to some minutes.
     *
     * @throws ProblemException {@code unauthenticated} if the credentials are wrong or were replaced
     * @throws ProblemException as {@link CertifiedDevices#find}
     * @throws ProblemException {@code device-invalidated} if the credentials are right and the device is invalidated
     * @throws ProblemException {@code credentials-suspended} if the credentials are right and suspended, or the device's
     *     organization is suspended
     */
    public AuthenticatedDevice authenticate(DeviceLogin login) {
        return heard(
                switch (login) {
                    case DeviceLogin.Certificate shown -> HeldCredential.of(certified.find(shown));
                    case DeviceLogin.ByAccessKey named -> byAccessKey(named);
                    case DeviceLogin.VouchedDevice vouched -> byCertificate(vouched);
                });
    }

    /**
     * Notes the use of a device's credentials when its message was rejected. A device that does not exist is not
     * created.
     */
    public void note(DeviceLogin login) {
        switch (login) {
            case DeviceLogin.Certificate shown ->
                certified.known(shown).map(HeldCredential::of).ifPresent(this::heard);
            case DeviceLogin.ByAccessKey named -> heard(byAccessKey(named));
            case DeviceLogin.VouchedDevice vouched -> heard(byCertificate(vouched));
        }
    }

    private AuthenticatedDevice heard(HeldCredential held) {
        requireToCount(held);
        if (held.history().isUseToBeNoted(held.at())) {
            devices.markUsed(held.holder().id(), held.credential().accessKey(), held.at());
        }
        return held.holder();
    }

    /** Reads what the database has for a batch of logins, in one statement. */
    public BatchLogins authenticate(Collection<DeviceLogin.ByAccessKey> logins) {
        return batches.find(logins.stream()
                .map(DeviceLogin.ByAccessKey::accessKey)
                .filter(Secrets::isAccessKey)
                .collect(Collectors.toSet()));
    }

    /** Notes the uses of all credentials of a batch that were accepted. */
    public void noteUses(BatchLogins logins) {
        batches.markUsed(logins.used());
    }

    private HeldCredential byCertificate(DeviceLogin.VouchedDevice login) {
        return devices.certified(login.deviceId()).map(HeldCredential::of).orElseThrow(DeviceAuthentication::nobody);
    }

    private HeldCredential byAccessKey(DeviceLogin.ByAccessKey login) {
        return requireRight(
                login,
                devices.credential(login.accessKey())
                        .filter(found -> !found.credential().isCertificate()));
    }

    /** @param held the credential with this access key, if there is one */
    static HeldCredential requireRight(DeviceLogin.ByAccessKey login, Optional<HeldCredential> held) {
        return switch (login) {
            case DeviceLogin.VouchedKey vouched -> held.orElseThrow(DeviceAuthentication::nobody);
            case DeviceLogin.Token token -> requireRight(token, held);
        };
    }

    private static HeldCredential requireRight(DeviceLogin.Token login, Optional<HeldCredential> held) {
        String expected =
                held.map(found -> found.credential().accessTokenHash()).orElse(NOBODY);
        boolean right = Secrets.equal(Secrets.sha256Base64Url(login.accessToken()), expected);
        return held.filter(found -> right).orElseThrow(DeviceAuthentication::nobody);
    }

    static ProblemException nobody() {
        return new ProblemException(
                ProblemCode.UNAUTHENTICATED,
                "The access key or the access token is wrong, or a later proof has replaced them.");
    }

    static void requireToCount(HeldCredential held) {
        if (held.history().isInvalidated(held.at())) {
            throw new ProblemException(
                    ProblemCode.DEVICE_INVALIDATED,
                    "The certificate that proved this device was revoked; provision the device with another certificate.");
        }
        if (held.history().isSuspended()) {
            throw new ProblemException(
                    ProblemCode.CREDENTIALS_SUSPENDED,
                    "The device's organization has suspended its credentials; they are valid again when it resumes them.");
        }
        if (held.organizationSuspended()) {
            throw new ProblemException(
                    ProblemCode.CREDENTIALS_SUSPENDED,
                    "The device's organization is suspended; the credentials are valid again when it is resumed.");
        }
    }
}
