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

/** Issues and revokes the certificates that are a device's credentials. The caller has locked the device. */
@ApplicationScoped
public class DeviceCertificateIssuance {

    @Inject
    private CredentialIssuance issuance;

    @Inject
    private CredentialCertificateRepository certificates;

    /**
     * Gives the device the certificate that its proof asks for. The subject is the identifier as imported.
     *
     * @param identifier the subject if the imported form is not possible as a {@link DeviceSubject}
     */
    public ProvisioningOutcome.CertificateChain issue(
            Device device, ManufacturerCertificate provedBy, String identifier, PublicKey key) {
        return issue(device, provedBy, identifier, key, false);
    }

    /** Gives the device a certificate beside the one that it shows, and revokes all others. */
    public ProvisioningOutcome.CertificateChain renew(Device device, Peer.Holder holder, PublicKey key, Instant now) {
        certificates.endAllBut(holder.certificate(), now);
        return issue(device, holder.certificate().provedBy(), holder.identifier(), key, true);
    }

    private ProvisioningOutcome.CertificateChain issue(
            Device device, ManufacturerCertificate provedBy, String identifier, PublicKey key, boolean renewal) {
        Organization organization = device.organization();
        List<String> chain = issuance.issue(
                organization.id(),
                organization.name(),
                device.id(),
                provedBy,
                subject(device, identifier),
                key,
                renewal);
        return new ProvisioningOutcome.CertificateChain(device.id().toString(), chain);
    }

    private static DeviceSubject subject(Device device, String otherwise) {
        String imported = device.uniqueIdentifier();
        return new DeviceSubject(DeviceSubject.isPossible(imported) ? imported : otherwise);
    }

    /**
     * Revokes all certificates of the device. Call it before the credential changes: a device with a token has none.
     */
    public void end(Device device, RevocationReason reason, Instant now) {
        if (device.credential().isCertificate()) {
            certificates.endOf(device.id(), device.endOfCredentials(now), reason);
        }
    }
}
