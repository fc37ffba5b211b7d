package dev.muster.ejb.mail;

import dev.muster.domain.mail.MailKind;
import dev.muster.domain.mail.QueuedMail;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The mails that wait, and those that have failed. A feature adds a mail in the transaction of what the mail is about. */
@ApplicationScoped
public class MailRepository {

    @Inject
    private Store store;

    public void add(QueuedMail mail) {
        store.entityManager().persist(mail);
    }

    /** Whether such a mail about the organization waits and was not tried yet: then it says everything that is new, too. */
    public boolean isWaiting(MailKind kind, UUID userId, UUID organizationId) {
        return store.first(
                        QueuedMail.class,
                        "select m from QueuedMail m where m.kind = :kind and m.userId = :user"
                                + " and m.organizationId = :organization and m.tries = 0 and m.failedAt is null",
                        Map.of("kind", kind, "user", userId, "organization", organizationId))
                .isPresent();
    }

    /** Locks the next mail that is due and that no other server has locked. */
    Optional<QueuedMail> lockNext(Instant now) {
        List<?> ids = store.entityManager()
                .createNativeQuery("""
                        select id from mail where failed_at is null and due_at <= :now
                        order by due_at fetch first 1 row only for update skip locked""", UUID.class)
                .setParameter("now", now)
                .getResultList();
        return ids.stream().findFirst().flatMap(id -> store.find(QueuedMail.class, id));
    }

    Optional<QueuedMail> lock(UUID id) {
        return store.lockAlone(QueuedMail.class, id);
    }

    void remove(QueuedMail mail) {
        store.entityManager().remove(mail);
    }

    long waiting() {
        return store.entityManager()
                .createQuery("select count(m) from QueuedMail m where m.failedAt is null", Long.class)
                .getSingleResult();
    }

    /** The last failed first. */
    Page<QueuedMail> failed(PageRequest request) {
        return store.page(
                QueuedMail.class,
                "from QueuedMail e where e.failedAt is not null",
                "e.failedAt desc, e.id",
                Map.of(),
                request);
    }
}
