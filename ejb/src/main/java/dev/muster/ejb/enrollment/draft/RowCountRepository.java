package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.domain.enrollment.row.FaultCounts;
import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Counts the rows and the faults of a draft, or of some of its rows. */
@ApplicationScoped
public class RowCountRepository {

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

    private static final String FAULTS = """
            select identifier_fault, name_fault, type_fault, parent_fault, count(*) from enrollment_row
            where batch_id = :batch and invalid_cells > 0%s
            group by identifier_fault, name_fault, type_fault, parent_fault""";

    private static final String OF_SOME = " and row_no in (:rows)";

    @Inject
    private Store store;

    /** Counts some rows. */
    DraftCounts count(UUID importId, Collection<Integer> rows) {
        return rows.isEmpty() ? DraftCounts.NONE : count(importId, OF_SOME, query -> query.setParameter("rows", rows));
    }

    /** Counts all rows, without the prefixes of IMEIs. */
    public DraftCounts count(UUID importId) {
        return count(importId, "", query -> query);
    }

    /** The first two digits of every IMEI that cannot have lost a zero; a plus and the first digit of each that can. */
    Set<String> prefixes(UUID importId) {
        return strings(query(PREFIXES, importId));
    }

    /** The same of some rows. */
    Set<String> prefixes(UUID importId, Collection<Integer> rows) {
        return rows.isEmpty()
                ? Set.of()
                : strings(query(PREFIXES + OF_SOME, importId).setParameter("rows", rows));
    }

    private static Set<String> strings(Query query) {
        Set<String> strings = new TreeSet<>();
        ((List<?>) query.getResultList()).forEach(row -> strings.add((String) row));
        return strings;
    }

    private DraftCounts count(UUID importId, String condition, UnaryOperator<Query> parameters) {
        Object[] counts =
                (Object[]) parameters.apply(query(COUNTS + condition, importId)).getSingleResult();
        int invalidCells = number(counts[1]);
        return new DraftCounts(
                number(counts[0]),
                invalidCells,
                number(counts[2]),
                number(counts[3]),
                number(counts[4]),
                Set.of(),
                invalidCells == 0
                        ? FaultCounts.NONE
                        : faults(parameters.apply(query(FAULTS.formatted(condition), importId))));
    }

    private static FaultCounts faults(Query query) {
        Map<FaultKind, Integer> cells = new TreeMap<>();
        for (Object found : query.getResultList()) {
            Object[] row = (Object[]) found;
            for (Column column : Column.values()) {
                if (row[column.ordinal()] instanceof String fault) {
                    cells.merge(new FaultKind(column, CellFault.valueOf(fault)), number(row[4]), Integer::sum);
                }
            }
        }
        return new FaultCounts(cells);
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    private Query query(String sql, UUID importId) {
        return store.entityManager().createNativeQuery(sql).setParameter("batch", importId);
    }
}
