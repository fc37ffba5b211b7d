package dev.muster.ejb.trust;

import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.IssuedX509;
import dev.muster.domain.trust.key.Der;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.path.DeviceRoots;
import dev.muster.domain.trust.path.Issuer;
import dev.muster.ejb.shared.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The authorities of organizations. The first is made when a device first needs it. A successor is made when the
 * current authority would expire before a device's new certificate, or when the device root was replaced. If two servers make the same authority, the
 * database stores only one, and both servers use it.
 */
@ApplicationScoped
public class OrganizationIssuers {

    @Inject
    private IssuerRepository issuers;

    @Inject
    private PlatformRoots roots;

    @Inject
    private IssuerKeys keys;

    @Inject
    private DatabaseTime time;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

    /**
     * The authority that issues now.
     *
     * @param organization its name
     * @param days the validity of the certificate that it will issue
     */
    Issuer current(UUID organizationId, String organization, int days) {
        List<Issuer> existing = issuers.ofOrganization(organizationId);
        if (existing.isEmpty() || isTooOld(existing.getFirst(), days) || !isBelowRoot(existing.getFirst())) {
            make(organizationId, organization, existing.size() + 1);
            return issuers.ofOrganization(organizationId).getFirst();
        }
        return existing.getFirst();
    }

    /** An authority that expires with the root is never too old, because a successor would not last longer. */
    private boolean isTooOld(Issuer issuer, int days) {
        Instant end = Der.certificate(issuer.certificate()).getNotAfter().toInstant();
        return end.isBefore(clock.instant().plus(Duration.ofDays(days)))
                && end.isBefore(roots.deviceCertificate().getNotAfter().toInstant());
    }

    /** After the replacement of the device root, each organization gets an authority of the new root. */
    private boolean isBelowRoot(Issuer issuer) {
        DeviceRoots trusted = roots.trustedDeviceRoots();
        return trusted.isSignedByCurrent(issuer.certificate());
    }

    private void make(UUID organizationId, String organization, int generation) {
        KeyPair pair = KeyAlgorithm.EC_P256.generate(random);
        CertificateIssuer platform = roots.openDeviceRoot();
        X509Certificate certificate =
                platform.organizationCa(organization, pair.getPublic(), roots.crlAddress(), clock.instant(), random);
        UUID id = UUID.randomUUID();
        byte[] der = IssuedX509.of(certificate).der();
        String owner = Issuer.ownerOf(organizationId, generation);
        issuers.addOnce(id, organizationId, owner, der, keys.seal(pair.getPrivate(), owner, id), time.now());
    }
}
