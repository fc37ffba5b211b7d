package dev.muster.ejb.trust;

import dev.muster.domain.trust.CredentialCertificate;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.file.Pem;
import dev.muster.domain.trust.issue.DeviceSubject;
import dev.muster.domain.trust.issue.IssuedX509;
import dev.muster.domain.trust.key.Der;
import dev.muster.domain.trust.path.Issuer;
import dev.muster.ejb.shared.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes certificates for devices' own keys, in the transaction of the proof that asks for the certificate. */
@ApplicationScoped
public class CredentialIssuance {

    @Inject
    private OrganizationIssuers issuers;

    @Inject
    private IssuerKeys keys;

    @Inject
    private CredentialCertificateRepository certificates;

    @Inject
    private DatabaseTime time;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

    /** How long a certificate is valid, 1 to 3,652 days; less if the organization's authority expires earlier. */
    @Inject
    @ConfigProperty(name = "muster.device-certificate-days", defaultValue = "365")
    private int days;

    /**
     * Signs and stores a certificate.
     *
     * @param organization the name of the organization
     * @param deviceId of a device that is already stored
     * @param provedBy the certificate that has proved the device
     * @param renewal whether another certificate of the device stands for the proof
     * @return PEM, first the device's certificate, then that of the organization's authority
     */
    public List<String> issue(
            UUID organizationId,
            String organization,
            UUID deviceId,
            ManufacturerCertificate provedBy,
            DeviceSubject subject,
            PublicKey key,
            boolean renewal) {
        Issuer issuer = issuers.current(organizationId, organization, days);
        X509Certificate certificate =
                keys.open(issuer).device(subject, key, days, keys.crlAddress(issuer.id()), clock.instant(), random);
        certificates.add(
                new CredentialCertificate(issuer, provedBy, deviceId, IssuedX509.of(certificate), renewal, time.now()));
        return List.of(Pem.encode(certificate), Pem.encode(Der.certificate(issuer.certificate())));
    }
}
