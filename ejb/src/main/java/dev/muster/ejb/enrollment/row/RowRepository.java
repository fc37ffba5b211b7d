package dev.muster.ejb.enrollment.row;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.RowMap;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.shared.Page;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/** The rows of imports, a page at a time, and the map of each import's rows. */
@ApplicationScoped
public class RowRepository {

    /**
     * The query names the manufacturer because the index begins with it. The duplicate of a kept row has the same
     * identifier, so it is left out for its fault.
     */
    private static final String LEAVE_OUT = """
            update enrollment_row set batch_id = :rest where batch_id = :batch and (invalid_cells > 0 or not exists (
              select 1 from enrollment e where e.batch_id = :batch and e.manufacturer_id = :manufacturer
                and e.normalized_identifier = enrollment_row.normalized_identifier))""";

    @Inject
    private Store store;

    /** Which rows an import has. If the map is not stored yet, it is made from the rows. */
    public RowMap map(DeviceImport deviceImport) {
        return store.find(RowMap.class, deviceImport.id()).orElseGet(() -> mapOf(deviceImport.id()));
    }

    /** The same; the map is stored from now on. */
    public RowMap keptMap(DeviceImport deviceImport) {
        return store.find(RowMap.class, deviceImport.id()).orElseGet(() -> {
            RowMap map = mapOf(deviceImport.id());
            store.entityManager().persist(map);
            return map;
        });
    }

    private RowMap mapOf(UUID importId) {
        RowMap map = new RowMap(importId, numbers(importId, ""));
        map.judgeAll(invalid(importId));
        return map;
    }

    /** The numbers of the invalid rows. */
    public RoaringBitmap invalid(UUID importId) {
        return numbers(importId, " and invalid_cells > 0");
    }

    /** Those of these rows that are invalid. */
    public List<Integer> invalidAmong(UUID importId, Collection<Integer> numbers) {
        List<?> rows = store.entityManager()
                .createNativeQuery("""
                        select row_no from enrollment_row
                        where batch_id = :batch and row_no in (:rows) and invalid_cells > 0""")
                .setParameter("batch", importId)
                .setParameter("rows", numbers)
                .getResultList();
        return rows.stream().map(row -> ((Number) row).intValue()).toList();
    }

    /** Moves the rows of an import that are no enrollments to another import. */
    public void moveNotEnrolled(DeviceImport committed, DeviceImport rest) {
        store.entityManager()
                .createNativeQuery(LEAVE_OUT)
                .setParameter("batch", committed.id())
                .setParameter("rest", rest.id())
                .setParameter("manufacturer", committed.manufacturer().id())
                .executeUpdate();
        keptMap(committed).removeAll(keptMap(rest).rows());
    }

    private RoaringBitmap numbers(UUID importId, String condition) {
        RoaringBitmap numbers = new RoaringBitmap();
        List<?> rows = store.entityManager()
                .createNativeQuery(
                        "select row_no from enrollment_row where batch_id = :batch" + condition + " order by row_no")
                .setParameter("batch", importId)
                .getResultList();
        rows.forEach(row -> numbers.add(((Number) row).intValue()));
        return numbers;
    }

    public Page<EnrollmentRow> page(DeviceImport deviceImport, RowQuery query) {
        return query.isByNumber() ? byNumber(deviceImport, query) : bySearch(deviceImport, query);
    }

    private Page<EnrollmentRow> byNumber(DeviceImport deviceImport, RowQuery query) {
        RowMap map = map(deviceImport);
        List<Integer> numbers = map.page(
                query.filter().invalidOnly(),
                query.page().offset(),
                query.page().size());
        return new Page<>(numbers.isEmpty() ? List.of() : rows(deviceImport.id(), numbers), total(map, query));
    }

    /** These rows, in file order. */
    public List<EnrollmentRow> rows(UUID importId, List<Integer> numbers) {
        return store.entityManager()
                .createQuery(
                        "select e from EnrollmentRow e where e.batchId = :batch and e.number in :numbers order by e.number",
                        EnrollmentRow.class)
                .setParameter("batch", importId)
                .setParameter("numbers", numbers)
                .getResultList();
    }

    /** The next rows of some imports after a row number, in file order, detached from the persistence context. */
    public List<EnrollmentRow> after(List<UUID> importIds, int number, int atMost) {
        List<EnrollmentRow> page = store.entityManager()
                .createQuery("""
                        select e from EnrollmentRow e
                        where e.batchId in :batches and e.number > :number order by e.number""", EnrollmentRow.class)
                .setParameter("batches", importIds)
                .setParameter("number", number)
                .setMaxResults(atMost)
                .getResultList();
        page.forEach(store.entityManager()::detach);
        return page;
    }

    private Page<EnrollmentRow> bySearch(DeviceImport deviceImport, RowQuery query) {
        RowCondition condition = RowCondition.of(query.filter());
        List<EnrollmentRow> page = find(deviceImport.id(), condition, order(query))
                .setFirstResult(query.page().offset())
                .setMaxResults(query.page().size())
                .getResultList();
        long total = query.isCounted() ? total(map(deviceImport), query) : count(deviceImport.id(), condition);
        return new Page<>(page, total);
    }

    private static long total(RowMap map, RowQuery query) {
        return query.filter().invalidOnly() ? map.invalidCount() : map.count();
    }

    /** The next rows after a row number that have a fault and can be repaired, in file order, detached. */
    public List<EnrollmentRow> faultyAfter(UUID importId, FaultKind fault, int number, int atMost) {
        RowCondition faulty = RowCondition.repairable(fault);
        Map<String, Object> parameters = new HashMap<>(faulty.parameters());
        parameters.put("number", number);
        RowCondition after = new RowCondition(faulty.sql() + " and row_no > :number", parameters);
        List<EnrollmentRow> page =
                find(importId, after, "row_no").setMaxResults(atMost).getResultList();
        page.forEach(store.entityManager()::detach);
        return page;
    }

    @SuppressWarnings("unchecked") // of a native query with the class of its rows
    private TypedQuery<EnrollmentRow> find(UUID importId, RowCondition condition, String order) {
        return condition.set((TypedQuery<EnrollmentRow>) store.entityManager()
                .createNativeQuery(
                        "select " + RowWriter.COLUMNS + " from enrollment_row where batch_id = :batch" + condition.sql()
                                + " order by " + order,
                        EnrollmentRow.class)
                .setParameter("batch", importId));
    }

    /** How many rows meet a condition. */
    public int count(UUID importId, RowCondition condition) {
        Query count = store.entityManager()
                .createNativeQuery("select count(*) from enrollment_row where batch_id = :batch" + condition.sql());
        return ((Number) condition.set(count).setParameter("batch", importId).getSingleResult()).intValue();
    }

    /** Sorts by the form that is compared, because that has an index. Cells without such a form are at one end. */
    private static String order(RowQuery query) {
        String direction = query.descending() ? " desc" : " asc";
        String number = "row_no" + direction;
        return query.sortedBy() == null
                ? number
                : form(query.sortedBy())
                        + direction
                        + (query.descending() ? " nulls first, " : " nulls last, ")
                        + number;
    }

    private static String form(Column column) {
        return switch (column) {
            case UNIQUE_IDENTIFIER -> "normalized_identifier";
            case DEVICE_NAME -> "normalized_name";
            case DEVICE_TYPE -> "parsed_type";
            case PARENT_GATEWAY -> "normalized_parent";
        };
    }
}
