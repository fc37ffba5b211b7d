package dev.muster.ejb.provisioning.credential;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.CredentialCertificate;
import dev.muster.ejb.device.DeviceRepository;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.trust.CredentialCertificateRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows an organization the certificates that are a device's credentials. */
@Stateless
public class DeviceCertificateService {

    @Inject
    private DeviceRepository devices;

    @Inject
    private CredentialCertificateRepository certificates;

    /**
     * The certificates that are not revoked, newest first: the current one, and possibly a new one that was not used
     * yet.
     *
     * @param search a part of the serial number; null or blank finds all
     * @throws ProblemException {@code not-found}
     */
    public Page<CredentialCertificate> list(
            Caller caller, UUID organizationId, UUID deviceId, @Nullable String search, PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        return certificates.ofDevice(devices.get(organizationId, deviceId).id(), new SearchText(search), request);
    }
}
