package dev.muster.ejb.manufacturer;

import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Manufacturers by name. */
@ApplicationScoped
class ManufacturerRepository {

    private static final String BY_NAME = "e.normalizedName";

    @Inject
    private Store store;

    /** All manufacturers, by name. */
    Page<Manufacturer> all(SearchText search, PageRequest request) {
        return page("1 = 1", Map.of(), search, request);
    }

    /** Only this manufacturer, if its name contains the text. */
    Page<Manufacturer> only(UUID id, SearchText search, PageRequest request) {
        return page("e.id = :own", Map.of("own", id), search, request);
    }

    private Page<Manufacturer> page(
            String condition, Map<String, ?> parameters, SearchText search, PageRequest request) {
        String from = "from Manufacturer e where " + condition + search.in(BY_NAME);
        return store.page(Manufacturer.class, from, BY_NAME, search.with(parameters), request);
    }
}
