package dev.muster.ejb.account.session;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.UserSession;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sessions of the portal. */
@ApplicationScoped
public class SessionRepository {

    @Inject
    private Store store;

    public void add(UserSession session) {
        store.entityManager().persist(session);
    }

    /** The session with this hash, with its user and membership; its absolute end may have come. */
    public Optional<UserSession> byHash(String hash) {
        return store.first(
                UserSession.class,
                "select s from UserSession s join fetch s.user join fetch s.membership m"
                        + " left join fetch m.organization where s.secretHash = :hash",
                Map.of("hash", hash));
    }

    /** The membership of the user with this tenant, or with the platform if the id is absent. */
    public Optional<Membership> membership(UUID userId, Optional<UUID> tenantId) {
        return store.first(
                Membership.class,
                "select m from Membership m join fetch m.user left join fetch m.organization"
                        + " where m.user.id = :user and m.tenantKey = :tenant",
                Map.of("user", userId, "tenant", tenantId.map(UUID::toString).orElse(Membership.PLATFORM)));
    }

    /** The user's sessions, the newest first. */
    public Page<UserSession> ofUser(UUID userId, Instant now, SearchText search, PageRequest request) {
        return store.page(
                UserSession.class,
                "from UserSession e where e.user.id = :user and e.endsAt > :now and e.lastUsedAt > :unused"
                        + search.in("e.browser", "e.source"),
                "e.createdAt desc, e.id",
                search.with(Map.of("user", userId, "now", now, "unused", UserSession.unusedSince(now))),
                request);
    }

    /** The ids of the user's sessions, the oldest first. */
    public List<UUID> idsOf(UUID userId) {
        return store.entityManager()
                .createQuery(
                        "select s.id from UserSession s where s.user.id = :user order by s.createdAt, s.id", UUID.class)
                .setParameter("user", userId)
                .getResultList();
    }

    /** Writes a use, unless another request has written one since the last one that was read. */
    public void used(UserSession session, Instant now) {
        store.entityManager()
                .createQuery("update UserSession s set s.lastUsedAt = :now where s.id = :id and s.lastUsedAt <= :read")
                .setParameter("now", now)
                .setParameter("id", session.id())
                .setParameter("read", session.lastUsedAt())
                .executeUpdate();
    }

    /** Ends one session of the user; false if the user has no such session. */
    public boolean end(UUID userId, UUID id) {
        return store.entityManager()
                        .createQuery("delete from UserSession s where s.id = :id and s.user.id = :user")
                        .setParameter("id", id)
                        .setParameter("user", userId)
                        .executeUpdate()
                == 1;
    }

    /** Ends all sessions of the user. */
    public void endAll(UUID userId) {
        endOthers(userId, "");
    }

    /** Ends all sessions of the user except the session with this hash, and all logins that are not finished. */
    public void endOthers(UUID userId, String hash) {
        store.entityManager()
                .createQuery("delete from PendingLogin p where p.userId = :user")
                .setParameter("user", userId)
                .executeUpdate();
        store.entityManager()
                .createQuery("delete from UserSession s where s.user.id = :user and s.secretHash <> :hash")
                .setParameter("user", userId)
                .setParameter("hash", hash)
                .executeUpdate();
    }

    public void endByHash(String hash) {
        store.entityManager()
                .createQuery("delete from UserSession s where s.secretHash = :hash")
                .setParameter("hash", hash)
                .executeUpdate();
    }

    /** Deletes the sessions whose absolute end has come, or that were not used for too long. */
    public void removeEnded(Instant now) {
        store.entityManager()
                .createQuery("delete from UserSession s where s.endsAt <= :now or s.lastUsedAt <= :unused")
                .setParameter("now", now)
                .setParameter("unused", UserSession.unusedSince(now))
                .executeUpdate();
    }
}
