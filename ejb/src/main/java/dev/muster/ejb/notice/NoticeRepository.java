package dev.muster.ejb.notice;

import dev.muster.domain.notice.Notice;
import dev.muster.domain.notice.NoticeKind;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The notices of all kinds. */
@ApplicationScoped
public class NoticeRepository {

    private static final String OF_ORGANIZATION = "from Notice e where e.organizationId = :organization";

    private static final String RELEASE = "dev.muster.domain.notice.NoticeKind." + NoticeKind.IDENTIFIER_RELEASED;

    private static final String UNREAD = " and e.readAt is null";

    private static final String MARK = "update Notice e set e.readAt = :now"
            + " where e.organizationId = :organization and e.readAt is null and e.writtenAt <= :seen";

    @Inject
    private Store store;

    public void add(Notice notice) {
        store.entityManager().persist(notice);
    }

    /** Newest first. */
    public Page<Notice> list(UUID organizationId, boolean unreadOnly, SearchText search, PageRequest request) {
        return store.page(
                Notice.class,
                (unreadOnly ? OF_ORGANIZATION + UNREAD : OF_ORGANIZATION)
                        + search.in("e.uniqueIdentifier", "e.deviceName", "e.certificateName", "e.manufacturer.name"),
                "e.writtenAt desc, e.id",
                search.with(Map.of("organization", organizationId)),
                request);
    }

    /** Those of devices first, then those of released identifiers; each newest first. */
    public Page<Notice> unread(UUID organizationId, PageRequest request) {
        return store.page(
                Notice.class,
                OF_ORGANIZATION + UNREAD,
                "case when e.kind = " + RELEASE + " then 1 else 0 end, e.writtenAt desc, e.id",
                Map.of("organization", organizationId),
                request);
    }

    /** @throws ProblemException {@code not-found} */
    public Notice get(UUID organizationId, UUID id) {
        return store.find(Notice.class, id)
                .filter(notice -> notice.organizationId().equals(organizationId))
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * Marks a notice as read. It is a statement of its own, because writing the whole notice could undo a change of it.
     *
     * @param seen as {@link Notice#writtenAt} said when the notice was shown
     * @return false if it is read already, or was changed since
     */
    public boolean read(UUID organizationId, UUID id, Instant seen, Instant now) {
        return store.entityManager()
                        .createQuery(MARK + " and e.id = :id")
                        .setParameter("now", now)
                        .setParameter("organization", organizationId)
                        .setParameter("seen", seen)
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    /** Marks all that were written or changed until then. */
    public void readAll(UUID organizationId, Instant seen, Instant now) {
        store.entityManager()
                .createQuery(MARK)
                .setParameter("now", now)
                .setParameter("organization", organizationId)
                .setParameter("seen", seen)
                .executeUpdate();
    }

    /** The organizations whose managers have still to be told of a notice by mail. They count as told from then on. */
    List<UUID> takeMailDue() {
        List<UUID> organizations = store.entityManager()
                .createQuery("select distinct e.organizationId from Notice e where e.mailDue = true", UUID.class)
                .getResultList();
        if (!organizations.isEmpty()) {
            store.entityManager()
                    .createQuery("update Notice e set e.mailDue = false"
                            + " where e.mailDue = true and e.organizationId in :organizations")
                    .setParameter("organizations", organizations)
                    .executeUpdate();
        }
        return organizations;
    }

    /** The notices of a certificate, of all organizations. */
    List<Notice> ofCertificate(UUID certificateId) {
        return store.entityManager()
                .createQuery("select e from Notice e where e.certificateId = :certificate", Notice.class)
                .setParameter("certificate", certificateId)
                .getResultList();
    }

    /** The notices that a manufacturer is suspended which do not say that the suspension has ended. */
    List<Notice> ofSuspension(UUID manufacturerId) {
        return store.entityManager()
                .createQuery("""
                        select e from Notice e where e.manufacturer.id = :manufacturer and e.kind = :kind
                          and e.withdrawnAt is null""", Notice.class)
                .setParameter("manufacturer", manufacturerId)
                .setParameter("kind", NoticeKind.MANUFACTURER_SUSPENDED)
                .getResultList();
    }

    /** Adds the notice that a certificate ends, unless the organization has one already. */
    void addIfMissing(ManufacturerCertificate certificate, UUID organizationId, long devices, Instant now) {
        store.entityManager()
                .createNativeQuery("""
                        insert into notice (id, kind, organization_id, manufacturer_id, certificate_id, certificate_name,
                          revocation_reason, devices, effective_at, written_at, device_deleted, by_administrator, mail_due)
                        values (:id, :kind, :organization, :manufacturer, :certificate, :name, :reason, :devices, :end, :now,
                          false, false, true) on conflict do nothing""")
                .setParameter("id", UUID.randomUUID())
                .setParameter("kind", NoticeKind.CERTIFICATE_DELETED.name())
                .setParameter("organization", organizationId)
                .setParameter("manufacturer", certificate.manufacturer().id())
                .setParameter("certificate", certificate.id())
                .setParameter("name", certificate.name())
                .setParameter(
                        "reason",
                        Objects.requireNonNull(certificate.revocationReason()).name())
                .setParameter("devices", devices)
                .setParameter("end", Objects.requireNonNull(certificate.revokedAt()))
                .setParameter("now", now)
                .executeUpdate();
    }
}
