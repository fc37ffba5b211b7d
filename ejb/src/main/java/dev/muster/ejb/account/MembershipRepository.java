package dev.muster.ejb.account;

import dev.muster.domain.account.Membership;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.Role;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What users are in each tenant. */
@ApplicationScoped
public class MembershipRepository {

    @Inject
    private Store store;

    public void add(Membership membership) {
        store.add(membership, "The user works for this tenant already; change the role there.");
    }

    /** The membership in which the user logs in: the oldest. */
    public Optional<Membership> home(UUID userId) {
        return store.first(
                Membership.class,
                "select m from Membership m join fetch m.user left join fetch m.organization where m.user.id = :user"
                        + " order by m.createdAt, m.id",
                Map.of("user", userId));
    }

    /**
     * The memberships of these users with the names of the tenants, by user, the oldest first. A user sees the names of
     * all tenants for which the user works.
     */
    public Map<UUID, List<MembershipEntry>> of(Collection<UUID> userIds) {
        return CurrentScope.ofPlatform(() -> store.entityManager()
                .createQuery(
                        "select m, coalesce(o.name, f.name) from Membership m"
                                + " left join fetch m.organization o"
                                + " left join Manufacturer f on f.id = m.manufacturerId"
                                + " where m.user.id in :users order by m.createdAt, m.id",
                        Object[].class)
                .setParameter("users", userIds)
                .getResultStream()
                .map(row -> new MembershipEntry((Membership) row[0], (String) row[1]))
                .collect(Collectors.groupingBy(
                        entry -> entry.membership().user().id(), LinkedHashMap::new, Collectors.toList())));
    }

    /** The memberships of one user, the oldest first. */
    public List<MembershipEntry> ofUser(UUID userId) {
        return of(List.of(userId)).getOrDefault(userId, List.of());
    }

    /** The memberships of an organization's users, always in the same order. */
    public List<Membership> ofOrganization(UUID organizationId) {
        return store.entityManager()
                .createQuery(
                        "select m from Membership m join fetch m.user left join fetch m.organization"
                                + " where m.organizationId = :organization"
                                + " order by m.user.id",
                        Membership.class)
                .setParameter("organization", organizationId)
                .getResultList();
    }

    /** How many users work for this organization and for no other tenant. */
    public long onlyOf(UUID organizationId) {
        return store.entityManager()
                .createQuery("""
                        select count(m) from Membership m where m.organizationId = :organization
                        and not exists (select o from Membership o where o.user = m.user and o.id <> m.id)""", Long.class)
                .setParameter("organization", organizationId)
                .getSingleResult();
    }

    /** The memberships of an organization's users, by user name. */
    public Page<Membership> ofOrganization(UUID organizationId, PageRequest request) {
        return store.page(
                Membership.class,
                "from Membership e where e.organizationId = :organization",
                "e.user.normalizedUsername",
                Map.of("organization", organizationId),
                request);
    }

    public Optional<Membership> find(UUID userId, UUID membershipId) {
        return store.find(Membership.class, membershipId)
                .filter(membership -> membership.user().id().equals(userId));
    }

    /** All administrators, locked until the transaction ends: two of them cannot remove each other at the same time. */
    public List<Membership> lockAdministrators() {
        return store.entityManager()
                .createQuery("select m from Membership m where m.role = :role order by m.id", Membership.class)
                .setParameter("role", Role.ADMINISTRATOR)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Ends the membership with its sessions; its tokens have no membership any more. */
    public void remove(Membership membership) {
        store.entityManager()
                .createQuery("delete from Membership m where m.id = :id")
                .setParameter("id", membership.id())
                .executeUpdate();
    }

    public void removeAll(UUID userId) {
        store.entityManager()
                .createQuery("delete from Membership m where m.user.id = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }
}
