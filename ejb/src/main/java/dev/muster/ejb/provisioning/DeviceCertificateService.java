package dev.muster.ejb.provisioning;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.CredentialCertificate;
import dev.muster.ejb.device.DeviceRepository;
import dev.muster.ejb.trust.CredentialCertificateRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What a device's organization sees of the certificates that are the device's credentials. */
@Stateless
public class DeviceCertificateService {

    @Inject
    private DeviceRepository devices;

    @Inject
    private CredentialCertificateRepository certificates;

    /**
     * Those that are not revoked, the newest first: beside the present one perhaps one that is not used yet.
     *
     * @throws ProblemException {@code not-found}
     */
    public List<CredentialCertificate> list(Caller caller, UUID organizationId, UUID deviceId) {
        caller.requireOrganization(organizationId);
        return certificates.ofDevice(devices.get(organizationId, deviceId).id());
    }
}
