package dev.muster.ejb.enrollment.allowlist;

import dev.muster.domain.enrollment.allowlist.ReleaseNotice;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The notices that tell organizations which of their identifiers were released. */
@ApplicationScoped
public class NoticeRepository {

    private static final String OF_ORGANIZATION = "from ReleaseNotice e where e.organizationId = :organization";

    private static final String UNREAD = " and e.readAt is null";

    @Inject
    private Store store;

    public void add(ReleaseNotice notice) {
        store.entityManager().persist(notice);
    }

    /** Newest first. */
    public Page<ReleaseNotice> list(UUID organizationId, boolean unreadOnly, SearchText search, PageRequest request) {
        return store.page(
                ReleaseNotice.class,
                (unreadOnly ? OF_ORGANIZATION + UNREAD : OF_ORGANIZATION)
                        + search.in("e.uniqueIdentifier", "e.deviceName", "e.manufacturer.name"),
                "e.releasedAt desc, e.id",
                search.with(Map.of("organization", organizationId)),
                request);
    }

    /** @throws ProblemException {@code not-found} */
    public ReleaseNotice get(UUID organizationId, UUID id) {
        return store.find(ReleaseNotice.class, id)
                .filter(notice -> notice.organizationId().equals(organizationId))
                .orElseThrow(ProblemException::notFound);
    }

    public void readAll(UUID organizationId, Instant now) {
        store.entityManager()
                .createQuery("""
                        update ReleaseNotice e set e.readAt = :now
                        where e.organizationId = :organization and e.readAt is null""")
                .setParameter("now", now)
                .setParameter("organization", organizationId)
                .executeUpdate();
    }
}
