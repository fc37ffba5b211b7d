package dev.muster.ejb.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.PublishedRevocationList;
import dev.muster.ejb.shared.DatabaseTime;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The revocation lists of the platform's issuers, for everyone. A list is signed anew as soon as something was revoked,
 * on whichever server, and once a minute; in between the last one is given out again, by all servers.
 */
@Stateless
public class RevocationListService {

    /**
     * A certificate stays on the list beyond its expiry, so that every list of its last day has a successor with it
     * (RFC 5280, section 3.3: not removed before it was on one list issued after its expiry).
     */
    private static final Duration AFTER_EXPIRY = Duration.ofDays(7);

    @Inject
    private CertificateRepository certificates;

    @Inject
    private RevocationListRepository lists;

    @Inject
    private PlatformRoot root;

    @Inject
    private DatabaseTime time;

    @Inject
    private SecureRandom random;

    /** @throws ProblemException {@code not-found} where there is no such issuer */
    public PublishedRevocationList get(UUID issuerId) {
        if (!root.is(issuerId)) {
            throw ProblemException.notFound();
        }
        Optional<PublishedRevocationList> last = lists.find(issuerId);
        return last.filter(this::isCurrent).orElseGet(() -> renew(issuerId));
    }

    private boolean isCurrent(PublishedRevocationList list) {
        Instant now = time.now();
        return list.isCurrent(certificates.countRevoked(now), now);
    }

    /** Who waited for another that signed finds that one's list. */
    private PublishedRevocationList renew(UUID issuerId) {
        PublishedRevocationList list = lists.hold(issuerId);
        if (!isCurrent(list)) {
            sign(list, time.now());
        }
        return list;
    }

    private void sign(PublishedRevocationList list, Instant now) {
        long revoked = certificates.countRevoked(now);
        BigInteger number = list.nextNumber(now);
        byte[] der =
                root.open().revocationList(certificates.revoked(now.minus(AFTER_EXPIRY), now), number, now, random);
        list.replace(number, revoked, der, now);
    }
}
