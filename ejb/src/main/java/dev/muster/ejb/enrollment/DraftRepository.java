package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.EnrollmentBatch;
import dev.muster.domain.enrollment.EnrollmentRow;
import dev.muster.domain.enrollment.EnrollmentRowId;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.jdbc.Work;

/** Imports and their rows. */
@ApplicationScoped
public class DraftRepository {

    private static final String OF_ORGANIZATION = "from EnrollmentBatch e where e.organization.id = :organization";

    @Inject
    private Store store;

    public void add(EnrollmentBatch batch) {
        store.entityManager().persist(batch);
        store.entityManager().flush();
    }

    /** Runs JDBC statements on the transaction's connection. */
    public void work(Work work) {
        store.entityManager().unwrap(Session.class).doWork(work);
    }

    /**
     * One import of an organization.
     *
     * @throws ProblemException {@code not-found}
     */
    public EnrollmentBatch get(UUID organizationId, UUID importId) {
        return store.first(
                        EnrollmentBatch.class,
                        "select e " + OF_ORGANIZATION + " and e.id = :id",
                        Map.of("organization", organizationId, "id", importId))
                .orElseThrow(ProblemException::notFound);
    }

    /** The same, held until the transaction ends: changes of one draft come one after the other. */
    public EnrollmentBatch lock(UUID organizationId, UUID importId) {
        EnrollmentBatch batch = get(organizationId, importId);
        store.entityManager().refresh(batch, LockModeType.PESSIMISTIC_WRITE);
        return batch;
    }

    /** Newest first. */
    public Page<EnrollmentBatch> list(UUID organizationId, PageRequest request) {
        return store.page(
                EnrollmentBatch.class,
                OF_ORGANIZATION,
                "e.createdAt desc, e.id",
                Map.of("organization", organizationId),
                request);
    }

    /** In file order. */
    public Page<EnrollmentRow> rows(UUID batchId, boolean invalidOnly, PageRequest request) {
        String restriction = invalidOnly ? " and e.invalidCells > 0" : "";
        return store.page(
                EnrollmentRow.class,
                "from EnrollmentRow e where e.batchId = :batch" + restriction,
                "e.number",
                Map.of("batch", batchId),
                request);
    }

    /** @throws ProblemException {@code not-found} */
    public EnrollmentRow row(UUID batchId, int number) {
        return store.get(EnrollmentRow.class, new EnrollmentRowId(batchId, number));
    }

    /** Reads a row again after statements that the persistence context did not see. */
    public void refresh(EnrollmentRow row) {
        store.entityManager().refresh(row);
    }

    public void remove(EnrollmentRow row) {
        store.entityManager().remove(row);
    }

    /** Removes an import; its rows go with it. */
    public void remove(EnrollmentBatch batch) {
        store.entityManager().remove(batch);
        store.entityManager().flush();
    }

    /** The pages, from 0, that hold an invalid cell when the rows are shown in file order. */
    public List<Integer> invalidPages(UUID batchId, int pageSize) {
        List<?> pages = store.entityManager()
                .createNativeQuery("""
                        select distinct cast((position - 1) / :size as integer) as page_no from (
                          select row_number() over (order by row_no) as position, invalid_cells
                          from enrollment_row where batch_id = :batch) as numbered
                        where invalid_cells > 0 order by page_no""")
                .setParameter("batch", batchId)
                .setParameter("size", pageSize)
                .getResultList();
        return pages.stream().map(page -> ((Number) page).intValue()).toList();
    }
}
