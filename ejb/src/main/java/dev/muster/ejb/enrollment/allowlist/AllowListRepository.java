package dev.muster.ejb.enrollment.allowlist;

import dev.muster.domain.enrollment.allowlist.AllowedOrganization;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.TenantName;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The lists that manufacturers keep of the organizations that may enroll their identifiers. */
@ApplicationScoped
public class AllowListRepository {

    @Inject
    private Store store;

    /** By name. */
    public Page<AllowedOrganization> list(UUID manufacturerId, SearchText search, PageRequest request) {
        return store.page(
                AllowedOrganization.class,
                "from AllowedOrganization e where e.manufacturerId = :manufacturer" + search.in("e.organization.name"),
                "e.organization.normalizedName",
                search.with(Map.of("manufacturer", manufacturerId)),
                request);
    }

    /** The organization of this name, on a list or not. */
    public Optional<Organization> organization(TenantName name) {
        return store.first(
                Organization.class,
                "select o from Organization o where o.normalizedName = :name",
                Map.of("name", name.normalized()));
    }

    public boolean contains(UUID manufacturerId, UUID organizationId) {
        return store.find(AllowedOrganization.class, new AllowedOrganization.Key(manufacturerId, organizationId))
                .isPresent();
    }

    /**
     * Whether the list has the organization now. If so, locks the entry, so that it stays until the transaction ends.
     */
    public boolean lock(UUID manufacturerId, UUID organizationId) {
        return !store.entityManager()
                .createQuery("""
                        select e from AllowedOrganization e
                        where e.manufacturerId = :manufacturer and e.organization.id = :organization""", AllowedOrganization.class)
                .setParameter("manufacturer", manufacturerId)
                .setParameter("organization", organizationId)
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList()
                .isEmpty();
    }

    /**
     * Adds an entry. If it exists already, nothing changes. If another transaction is removing it, this call waits for
     * that transaction and then adds the entry.
     */
    public void add(UUID manufacturerId, UUID organizationId, Instant now) {
        store.entityManager()
                .createNativeQuery("""
                        insert into allowed_organization (manufacturer_id, organization_id, allowed_at)
                        values (:manufacturer, :organization, :now) on conflict do nothing""")
                .setParameter("manufacturer", manufacturerId)
                .setParameter("organization", organizationId)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** @return false if there was no such entry */
    public boolean remove(UUID manufacturerId, UUID organizationId) {
        return store.entityManager()
                        .createNativeQuery("""
                                delete from allowed_organization
                                where manufacturer_id = :manufacturer and organization_id = :organization""")
                        .setParameter("manufacturer", manufacturerId)
                        .setParameter("organization", organizationId)
                        .executeUpdate()
                > 0;
    }
}
