package dev.muster.ejb.account;

import dev.muster.domain.account.ApiToken;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.TenantName;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
                "from PortalUser e where 1 = 1" + search.in("e.username"),
                "e.normalizedUsername",
                search.with(Map.of()),
                request);
    }

    public boolean isEmpty() {
        return store.first(PortalUser.class, "select u from PortalUser u", Map.of())
                .isEmpty();
    }

    public void add(ApiToken token) {
        store.entityManager().persist(token);
    }

    /** The token with this hash, with its user; it may be revoked or expired. */
    public Optional<ApiToken> token(String hash) {
        return store.first(
                ApiToken.class,
                "select t from ApiToken t join fetch t.user where t.tokenHash = :hash",
                Map.of("hash", hash));
    }

    /** The user's tokens that are not revoked, newest first. */
    public Page<ApiToken> tokens(UUID userId, SearchText search, PageRequest request) {
        return store.page(
                ApiToken.class,
                "from ApiToken e where e.user.id = :user and e.revokedAt is null" + search.in("e.name"),
                "e.createdAt desc, e.id",
                search.with(Map.of("user", userId)),
                request);
    }
}
