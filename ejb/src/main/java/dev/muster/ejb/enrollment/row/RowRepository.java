package dev.muster.ejb.enrollment.row;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.RowMap;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.shared.Page;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/** The rows of imports, a page at a time. */
@ApplicationScoped
public class RowRepository {

    @Inject
    private Store store;

    /** Which rows an import has; made from the rows where nobody has kept it yet. */
    public RowMap map(DeviceImport batch) {
        return store.find(RowMap.class, batch.id()).orElseGet(() -> mapOf(batch.id()));
    }

    /** The same, kept from now on. */
    public RowMap keptMap(DeviceImport batch) {
        return store.find(RowMap.class, batch.id()).orElseGet(() -> {
            RowMap map = mapOf(batch.id());
            store.entityManager().persist(map);
            return map;
        });
    }

    private RowMap mapOf(UUID batchId) {
        RowMap map = new RowMap(batchId, numbers(batchId, ""));
        map.judgeAll(invalid(batchId));
        return map;
    }

    /** The numbers of the invalid rows. */
    public RoaringBitmap invalid(UUID batchId) {
        return numbers(batchId, " and invalid_cells > 0");
    }

    /** Those of these rows that are invalid. */
    public List<Integer> invalidAmong(UUID batchId, Collection<Integer> numbers) {
        List<?> rows = store.entityManager()
                .createNativeQuery("""
                        select row_no from enrollment_row
                        where batch_id = :batch and row_no in (:rows) and invalid_cells > 0""")
                .setParameter("batch", batchId)
                .setParameter("rows", numbers)
                .getResultList();
        return rows.stream().map(row -> ((Number) row).intValue()).toList();
    }

    private RoaringBitmap numbers(UUID batchId, String condition) {
        RoaringBitmap numbers = new RoaringBitmap();
        List<?> rows = store.entityManager()
                .createNativeQuery(
                        "select row_no from enrollment_row where batch_id = :batch" + condition + " order by row_no")
                .setParameter("batch", batchId)
                .getResultList();
        rows.forEach(row -> numbers.add(((Number) row).intValue()));
        return numbers;
    }

    public Page<EnrollmentRow> page(DeviceImport batch, RowQuery query) {
        return query.isByNumber() ? byNumber(batch, query) : bySearch(batch, query);
    }

    private Page<EnrollmentRow> byNumber(DeviceImport batch, RowQuery query) {
        RowMap map = map(batch);
        List<Integer> numbers = map.page(
                query.invalidOnly(), query.page().offset(), query.page().size());
        int total = query.invalidOnly() ? map.invalidCount() : map.count();
        return new Page<>(numbers.isEmpty() ? List.of() : rows(batch.id(), numbers), total);
    }

    /** These rows, in file order. */
    public List<EnrollmentRow> rows(UUID batchId, List<Integer> numbers) {
        return store.entityManager()
                .createQuery(
                        "select e from EnrollmentRow e where e.batchId = :batch and e.number in :numbers order by e.number",
                        EnrollmentRow.class)
                .setParameter("batch", batchId)
                .setParameter("numbers", numbers)
                .getResultList();
    }

    /** The next rows of some imports after a row number, in the order of the file, forgotten by the context at once. */
    public List<EnrollmentRow> after(List<UUID> batchIds, int number, int atMost) {
        List<EnrollmentRow> page = store.entityManager()
                .createQuery("""
                        select e from EnrollmentRow e
                        where e.batchId in :batches and e.number > :number order by e.number""", EnrollmentRow.class)
                .setParameter("batches", batchIds)
                .setParameter("number", number)
                .setMaxResults(atMost)
                .getResultList();
        page.forEach(store.entityManager()::detach);
        return page;
    }

    private Page<EnrollmentRow> bySearch(DeviceImport batch, RowQuery query) {
        Map<String, Object> parameters = new HashMap<>(Map.of("batch", batch.id()));
        String where = RowSearch.where(query, parameters);
        TypedQuery<EnrollmentRow> rows = store.entityManager()
                .createQuery("select e " + where + " order by " + RowSearch.order(query), EnrollmentRow.class);
        parameters.forEach(rows::setParameter);
        List<EnrollmentRow> page = rows.setFirstResult(query.page().offset())
                .setMaxResults(query.page().size())
                .getResultList();
        return new Page<>(page, total(batch, query, where, parameters));
    }

    private long total(DeviceImport batch, RowQuery query, String where, Map<String, Object> parameters) {
        if (query.contains() == null) {
            RowMap map = map(batch);
            return query.invalidOnly() ? map.invalidCount() : map.count();
        }
        TypedQuery<Long> count = store.entityManager().createQuery("select count(e) " + where, Long.class);
        parameters.forEach(count::setParameter);
        return count.getSingleResult();
    }
}
