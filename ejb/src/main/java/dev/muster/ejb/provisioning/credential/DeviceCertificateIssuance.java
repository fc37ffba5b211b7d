package dev.muster.ejb.provisioning.credential;

import dev.muster.domain.device.Device;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.issue.DeviceSubject;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.trust.CredentialCertificateRepository;
import dev.muster.ejb.trust.CredentialIssuance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;

/** The certificates that are a device's credentials. Whoever changes what a device has holds the device. */
@ApplicationScoped
public class DeviceCertificateIssuance {

    @Inject
    private CredentialIssuance issuance;

    @Inject
    private CredentialCertificateRepository certificates;

    /**
     * Gives the device a certificate beside those that it has. It names the device as it was imported.
     *
     * @param identifier names it where a certificate cannot: possible for a {@link DeviceSubject}
     */
    public ProvisioningOutcome.CertificateChain issue(
            Device device, ManufacturerCertificate provedBy, String identifier, PublicKey key) {
        Organization organization = device.organization();
        List<String> chain = issuance.issue(
                organization.id(), organization.name(), device.id(), provedBy, subject(device, identifier), key);
        return new ProvisioningOutcome.CertificateChain(device.id().toString(), chain);
    }

    private static DeviceSubject subject(Device device, String otherwise) {
        String imported = device.uniqueIdentifier();
        return new DeviceSubject(DeviceSubject.isPossible(imported) ? imported : otherwise);
    }

    /** Revokes all that the device has. To be asked before the device itself changes: with a token it has none. */
    public void end(Device device, RevocationReason reason, Instant now) {
        if (device.credential().isCertificate()) {
            certificates.endOf(device.id(), device.endOfCredentials(now), reason);
        }
    }
}
