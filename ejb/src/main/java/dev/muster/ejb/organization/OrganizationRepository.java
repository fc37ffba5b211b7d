package dev.muster.ejb.organization;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Organizations by name. A deleted organization is found only by the work that removes what it owned. */
@ApplicationScoped
class OrganizationRepository {

    @Inject
    private Store store;

    /**
     * Organizations by name.
     *
     * @param suspended only suspended ones, or only others; null for all
     */
    Page<Organization> all(SearchText search, @Nullable Boolean suspended, PageRequest request) {
        String state = suspended == null ? "" : " and e.suspendedAt is " + (suspended ? "not null" : "null");
        return store.page(
                Organization.class,
                "from Organization e where e.deletedAt is null" + state + search.in("e.name"),
                "e.normalizedName",
                search.with(Map.of()),
                request);
    }

    /** @throws ProblemException {@code not-found}, also if it is deleted */
    Organization get(UUID id) {
        return present(store.get(Organization.class, id));
    }

    /** Locks it. @throws ProblemException {@code not-found}, also if it is deleted */
    Organization lock(UUID id) {
        return present(store.lock(Organization.class, id));
    }

    private static Organization present(Organization organization) {
        if (organization.isDeleted()) {
            throw ProblemException.notFound();
        }
        return organization;
    }

    /** Deleted organizations that may still own something, the first deleted one first. */
    List<Organization> beingDeleted() {
        return store.entityManager()
                .createQuery(
                        "select o from Organization o where o.deletedAt is not null and o.emptiedAt is null"
                                + " order by o.deletedAt, o.id",
                        Organization.class)
                .getResultList();
    }

    /** Locks an organization that is being deleted; empty if nothing is left of it. */
    Optional<Organization> lockDeleted(UUID id) {
        return store.lockAlone(Organization.class, id).filter(Organization::isBeingDeleted);
    }
}
