package dev.muster.ejb.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.PublishedRevocationList;
import dev.muster.domain.trust.issue.RevokedCertificate;
import dev.muster.domain.trust.path.Issuer;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseTime;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The revocation lists of the platform's issuers, for everyone. A new list is signed after each revocation, on any
 * server, and when the last list is a minute old. Until then all servers give out the last list again.
 */
@Access(Rule.EVERYONE)
@Stateless
public class RevocationListService {

    /**
     * A certificate stays on the list after its expiry, so that every list of its last day has a successor with the
     * certificate (RFC 5280 section 3.3: it must be on one list that was issued after its expiry).
     */
    private static final Duration AFTER_EXPIRY = Duration.ofDays(7);

    @Inject
    private CertificateRepository certificates;

    @Inject
    private CredentialCertificateRepository credentials;

    @Inject
    private RevocationListRepository lists;

    @Inject
    private IssuerRepository issuers;

    @Inject
    private IssuerKeys keys;

    @Inject
    private DatabaseTime time;

    @Inject
    private SecureRandom random;

    /** @throws ProblemException {@code not-found} if there is no such issuer */
    public PublishedRevocationList get(UUID issuerId) {
        Issuer issuer = issuers.get(issuerId);
        Optional<PublishedRevocationList> last = lists.find(issuerId);
        return last.filter(list -> isCurrent(list, issuer)).orElseGet(() -> renew(issuer));
    }

    private boolean isCurrent(PublishedRevocationList list, Issuer issuer) {
        Instant now = time.now();
        return list.isCurrent(countRevoked(issuer, now), now);
    }

    /** Checks the list again after the lock: another server may have signed a new one meanwhile. */
    private PublishedRevocationList renew(Issuer issuer) {
        PublishedRevocationList list = lists.lock(issuer.id());
        if (!isCurrent(list, issuer)) {
            sign(list, issuer, time.now());
        }
        return list;
    }

    private void sign(PublishedRevocationList list, Issuer issuer, Instant now) {
        long revoked = countRevoked(issuer, now);
        BigInteger number = list.nextNumber(now);
        List<RevokedCertificate> entries = revoked(issuer, now);
        list.replace(number, revoked, keys.open(issuer).revocationList(entries, number, now, random), now);
    }

    /** Counts all certificates that the issuer has revoked, also those that a list need not name any more. */
    private long countRevoked(Issuer issuer, Instant now) {
        return issuer.organizationId() == null
                ? certificates.countRevoked(issuer.id(), now)
                : credentials.countRevoked(issuer.id(), now);
    }

    /** A device root has revoked certificates of manufacturers; an organization's authority those of its devices. */
    private List<RevokedCertificate> revoked(Issuer issuer, Instant now) {
        Instant expiredAfter = now.minus(AFTER_EXPIRY);
        return issuer.organizationId() == null
                ? certificates.revoked(issuer.id(), expiredAfter, now)
                : credentials.revoked(issuer.id(), expiredAfter, now);
    }
}
