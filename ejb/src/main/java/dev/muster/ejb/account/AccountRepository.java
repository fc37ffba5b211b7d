package dev.muster.ejb.account;

import dev.muster.domain.account.ApiToken;
import dev.muster.domain.account.PasswordLink;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.UserSession;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.TenantName;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The portal's users and their API tokens. */
@ApplicationScoped
public class AccountRepository {

    @Inject
    private Store store;

    public void add(PortalUser user) {
        store.add(user, "A user with this name exists already; choose another name.");
    }

    /** Finds a user by name, without regard to case; empty for a text that cannot be a name. */
    public Optional<PortalUser> byUsername(String username) {
        String normalized = username.strip().toUpperCase(Locale.ROOT);
        if (normalized.length() > TenantName.MAX_LENGTH * 2 || !isText(normalized)) {
            return Optional.empty();
        }
        return store.first(
                PortalUser.class,
                "select u from PortalUser u where u.normalizedUsername = :name",
                Map.of("name", normalized));
    }

    /** The database accepts neither a NUL nor half a surrogate pair. */
    private static boolean isText(String name) {
        return name.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    /** Users by name. */
    public Page<PortalUser> all(SearchText search, PageRequest request) {
        return store.page(
                PortalUser.class,
                "from PortalUser e where e.deletedAt is null" + search.in("e.username", "coalesce(e.displayName, '')"),
                "e.normalizedUsername",
                search.with(Map.of()),
                request);
    }

    /** The link of the user, if there is one. */
    public Optional<PasswordLink> link(String secretHash) {
        return store.first(
                PasswordLink.class,
                "select l from PasswordLink l where l.secretHash = :hash",
                Map.of("hash", secretHash));
    }

    /** Ends the link of the user, if there is one. */
    public boolean removeLink(UUID userId) {
        return store.entityManager()
                        .createQuery("delete from PasswordLink l where l.userId = :user")
                        .setParameter("user", userId)
                        .executeUpdate()
                == 1;
    }

    public void add(PasswordLink link) {
        store.entityManager().persist(link);
    }

    public boolean isEmpty() {
        return store.first(PortalUser.class, "select u from PortalUser u", Map.of())
                .isEmpty();
    }

    public void add(ApiToken token) {
        store.entityManager().persist(token);
    }

    /** How many tokens of a tenant's users are valid now. */
    public long validTokens(UUID tenantId, Instant now) {
        return store.entityManager()
                .createQuery("""
                        select count(t) from ApiToken t
                        where t.membership.tenantKey = :tenant and t.revokedAt is null and t.expiresAt > :now""", Long.class)
                .setParameter("tenant", tenantId.toString())
                .setParameter("now", now)
                .getSingleResult();
    }

    /** The token with this hash, with its user; it may be revoked or expired. */
    public Optional<ApiToken> token(String hash) {
        return store.first(
                ApiToken.class,
                "select t from ApiToken t join fetch t.user left join fetch t.membership m"
                        + " left join fetch m.organization where t.tokenHash = :hash",
                Map.of("hash", hash));
    }

    /** Writes a use, unless another request has written one since the last one that was read. */
    public void used(ApiToken token, Instant now) {
        store.entityManager()
                .createQuery("update ApiToken t set t.lastUsedAt = :now where t.id = :id"
                        + " and (t.lastUsedAt is null or t.lastUsedAt < :due)")
                .setParameter("now", now)
                .setParameter("id", token.id())
                .setParameter("due", now.minus(UserSession.USE_INTERVAL))
                .executeUpdate();
    }

    /**
     * Revokes tokens of the user.
     *
     * @param onlyProvisional only those that were made with a password that somebody else had chosen
     */
    public void revokeTokens(UUID userId, boolean onlyProvisional, Instant now) {
        store.entityManager()
                .createQuery("update ApiToken t set t.revokedAt = :now where t.user.id = :user and t.revokedAt is null"
                        + (onlyProvisional ? " and t.provisional = true" : ""))
                .setParameter("now", now)
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** Deletes the name under which authenticators know the user, and what they were asked to sign. */
    public void forgetPasskeyHolder(UUID userId) {
        store.entityManager()
                .createQuery("delete from PasskeyChallenge c where c.userId = :user")
                .setParameter("user", userId)
                .executeUpdate();
        store.entityManager()
                .createQuery("delete from PasskeyHolder h where h.userId = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** Deletes the e-mail address of the user, and the mails that wait for the user. */
    public void forgetAddress(UUID userId) {
        store.entityManager()
                .createQuery("delete from UserEmail e where e.userId = :user")
                .setParameter("user", userId)
                .executeUpdate();
        store.entityManager()
                .createQuery("delete from QueuedMail m where m.userId = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** How many tokens of the user can be used. */
    public long tokenCount(UUID userId, Instant now) {
        return store.entityManager()
                .createQuery(
                        "select count(t) from ApiToken t where t.user.id = :user and t.revokedAt is null"
                                + " and t.expiresAt > :now and t.membership is not null",
                        Long.class)
                .setParameter("user", userId)
                .setParameter("now", now)
                .getSingleResult();
    }

    /** The user's tokens that are not revoked, newest first. */
    public Page<ApiToken> tokens(UUID userId, SearchText search, PageRequest request) {
        return store.page(
                ApiToken.class,
                "from ApiToken e where e.user.id = :user and e.revokedAt is null and e.membership is not null"
                        + search.in("e.name"),
                "e.createdAt desc, e.id",
                search.with(Map.of("user", userId)),
                request);
    }
}
