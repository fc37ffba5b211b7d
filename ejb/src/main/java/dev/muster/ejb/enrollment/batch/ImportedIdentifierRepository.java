package dev.muster.ejb.enrollment.batch;

import dev.muster.domain.device.DeviceType;
import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.manufacturer.NormalForms;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.tally.ImportNumbers;
import dev.muster.ejb.tally.NumberRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The identifiers that imports have enrolled, and their devices. */
@ApplicationScoped
public class ImportedIdentifierRepository {

    private static final String ITEMS =
            "select e, d.id from Enrollment e left join Device d on d.enrollmentId = e.id where e.batchId = :batch";

    private static final String COUNT = "select count(e) from Enrollment e where e.batchId = :batch";

    private static final String FOUND =
            " and (e.normalizedIdentifier in :forms or " + SearchText.any("e.uniqueIdentifier", "e.deviceName") + ")";

    private static final String BEHIND = "select count(e) from Enrollment e where e.organization.id = :organization"
            + " and e.manufacturer.id = :manufacturer and e.parentIdentifier = :identifier";

    @Inject
    private Store store;

    @Inject
    private NumberRepository numbers;

    /**
     * In the order of the import. All identifiers are counted in advance; those that a search finds are counted now.
     *
     * @param search a part of the identifier or the name, or the identifier in any form
     */
    public Page<ImportedIdentifier> list(DeviceImport of, SearchText search, PageRequest request) {
        String found = search.isBlank() ? "" : FOUND;
        List<ImportedIdentifier> items = with(
                        store.entityManager().createQuery(ITEMS + found + " order by e.id", ImportedIdentifier.class),
                        of,
                        search)
                .setFirstResult(request.offset())
                .setMaxResults(request.size())
                .getResultList();
        long total = search.isBlank()
                ? enrolled(of)
                : with(store.entityManager().createQuery(COUNT + found, Long.class), of, search)
                        .getSingleResult();
        return new Page<>(items, total);
    }

    private static <T> TypedQuery<T> with(TypedQuery<T> query, DeviceImport of, SearchText search) {
        search.with(Map.of("batch", of.id())).forEach(query::setParameter);
        return search.isBlank()
                ? query
                : query.setParameter("forms", NormalForms.of(Objects.requireNonNull(search.entered())));
    }

    private long enrolled(DeviceImport of) {
        return numbers.ofImports(of.organization().id(), List.of(of.id()))
                .getOrDefault(of.id(), ImportNumbers.NONE)
                .enrolled();
    }

    /** How many enrolled peripherals name this enrollment as their gateway; 0 if it is not a gateway. */
    public long behind(Enrollment enrollment) {
        return enrollment.deviceType() == DeviceType.GATEWAY
                ? store.entityManager()
                        .createQuery(BEHIND, Long.class)
                        .setParameter("organization", enrollment.organization().id())
                        .setParameter("manufacturer", enrollment.manufacturer().id())
                        .setParameter("identifier", enrollment.normalizedIdentifier())
                        .getSingleResult()
                : 0;
    }
}
