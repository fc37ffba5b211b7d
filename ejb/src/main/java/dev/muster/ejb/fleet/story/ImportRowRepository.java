package dev.muster.ejb.fleet.story;

import dev.muster.domain.enrollment.Enrollment;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the row of an import that an enrollment was made of. */
@ApplicationScoped
class ImportRowRepository {

    @Inject
    private Store store;

    /** The number of the row, from 1; null if it is not kept. */
    @Nullable
    Integer number(Enrollment enrollment) {
        List<?> rows = store.entityManager()
                .createNativeQuery("""
                        select row_no from enrollment_row
                        where batch_id = :batch and normalized_identifier = :identifier""")
                .setParameter("batch", enrollment.batchId())
                .setParameter("identifier", enrollment.normalizedIdentifier())
                .setMaxResults(1)
                .getResultList();
        return rows.isEmpty() ? null : ((Number) rows.getFirst()).intValue();
    }
}
