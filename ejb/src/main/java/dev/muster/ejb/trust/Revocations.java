package dev.muster.ejb.trust;

import dev.muster.domain.trust.issue.RevokedCertificate;
import dev.muster.domain.trust.path.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What an issuer has revoked: the root certificates of manufacturers, an organization's authority those of its devices. */
@ApplicationScoped
public class Revocations {

    @Inject
    private CertificateRepository certificates;

    @Inject
    private CredentialCertificateRepository credentials;

    /** How many, those that no list needs to name any more included. */
    long count(Issuer issuer, Instant now) {
        return issuer.organizationId() == null
                ? certificates.countRevoked(now)
                : credentials.countRevoked(issuer.id(), now);
    }

    /**
     * In the order in which they were revoked.
     *
     * @param expiredAfter what had expired by then is left out
     */
    List<RevokedCertificate> list(Issuer issuer, Instant expiredAfter, Instant now) {
        return issuer.organizationId() == null
                ? certificates.revoked(expiredAfter, now)
                : credentials.revoked(issuer.id(), expiredAfter, now);
    }
}
