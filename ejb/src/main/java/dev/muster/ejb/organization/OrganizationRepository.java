package dev.muster.ejb.organization;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Organizations by name. */
@ApplicationScoped
class OrganizationRepository {

    @Inject
    private Store store;

    /** All organizations, by name. */
    Page<Organization> all(SearchText search, PageRequest request) {
        return store.page(
                Organization.class,
                "from Organization e where 1 = 1" + search.in("e.name"),
                "e.normalizedName",
                search.with(Map.of()),
                request);
    }
}
