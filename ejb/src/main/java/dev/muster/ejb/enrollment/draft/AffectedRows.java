package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.ejb.enrollment.row.RowForms;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Which other rows of a draft become valid or invalid by a change of some. */
@ApplicationScoped
public class AffectedRows {

    private static final String FORMS = """
            select normalized_identifier, normalized_name from enrollment_row
            where batch_id = :batch and row_no in (:rows)""";

    /** Where two or more others are left, they are duplicates of each other before and after. */
    private static final String LONE_DUPLICATES = """
            select min(row_no) from enrollment_row
            where batch_id = :batch and %1$s in (:forms) and row_no not in (:rows)
            group by %1$s having count(*) = 1""";

    private static final String CHILDREN = """
            select row_no from enrollment_row
            where batch_id = :batch and normalized_parent in (:forms) and row_no not in (:rows)""";

    private static final String COUNTS = """
            select count(*), coalesce(sum(invalid_cells), 0),
              coalesce(sum(case when imei_digits = 15 then 1 else 0 end), 0),
              coalesce(sum(case when imei_digits = 14 then 1 else 0 end), 0),
              coalesce(sum(case when fits_with_zero then 1 else 0 end), 0)
            from enrollment_row where batch_id = :batch""";

    private static final String PREFIXES = """
            select distinct case when fits_with_zero then concat('+', substring(normalized_identifier, 1, 1))
              else substring(normalized_identifier, 1, 2) end from enrollment_row
            where batch_id = :batch and imei_digits > 0 and normalized_identifier is not null""";

    @Inject
    private Store store;

    /** Adds the forms that these rows have now. */
    public void addForms(UUID batchId, Collection<Integer> rows, RowForms forms) {
        List<?> found = query(FORMS, batchId).setParameter("rows", rows).getResultList();
        found.forEach(row -> forms.add((String) ((Object[]) row)[0], (String) ((Object[]) row)[1]));
    }

    /** Other rows that are duplicates of one of these forms and of nothing else, and those whose gateway has one of them. */
    public Set<Integer> others(UUID batchId, Collection<Integer> changed, RowForms forms, int atMost) {
        Set<Integer> others = new TreeSet<>();
        others.addAll(find(
                LONE_DUPLICATES.formatted("normalized_identifier"), batchId, changed, forms.identifiers(), atMost));
        others.addAll(find(LONE_DUPLICATES.formatted("normalized_name"), batchId, changed, forms.names(), atMost));
        others.addAll(find(CHILDREN, batchId, changed, forms.identifiers(), atMost));
        return others;
    }

    private List<Integer> find(
            String sql, UUID batchId, Collection<Integer> changed, Collection<String> forms, int atMost) {
        if (forms.isEmpty()) {
            return List.of();
        }
        List<?> rows = query(sql, batchId)
                .setParameter("forms", forms)
                .setParameter("rows", changed)
                .setMaxResults(atMost)
                .getResultList();
        return rows.stream().map(row -> ((Number) row).intValue()).toList();
    }

    /** What is counted in some rows. */
    public DraftCounts counts(UUID batchId, Collection<Integer> rows) {
        return rows.isEmpty()
                ? DraftCounts.NONE
                : counts(query(COUNTS + " and row_no in (:rows)", batchId).setParameter("rows", rows));
    }

    /** What is counted in all rows; the prefixes of IMEIs are left out. */
    public DraftCounts counts(UUID batchId) {
        return counts(query(COUNTS, batchId));
    }

    /** The first two digits of every IMEI that cannot have lost a zero; a plus and the first digit of those that can. */
    public Set<String> prefixes(UUID batchId) {
        return strings(query(PREFIXES, batchId));
    }

    /** The same of some rows. */
    public Set<String> prefixes(UUID batchId, Collection<Integer> rows) {
        return rows.isEmpty()
                ? Set.of()
                : strings(query(PREFIXES + " and row_no in (:rows)", batchId).setParameter("rows", rows));
    }

    private static Set<String> strings(Query query) {
        Set<String> strings = new TreeSet<>();
        ((List<?>) query.getResultList()).forEach(row -> strings.add((String) row));
        return strings;
    }

    private static DraftCounts counts(Query query) {
        Object[] counts = (Object[]) query.getSingleResult();
        return new DraftCounts(
                number(counts[0]),
                number(counts[1]),
                number(counts[2]),
                number(counts[3]),
                number(counts[4]),
                Set.of());
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    private Query query(String sql, UUID batchId) {
        return store.entityManager().createNativeQuery(sql).setParameter("batch", batchId);
    }
}
