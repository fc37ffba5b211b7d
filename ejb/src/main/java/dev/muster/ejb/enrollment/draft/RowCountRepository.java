package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Counts the rows of a draft, or some of them. */
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

    private static final String OF_SOME = " and row_no in (:rows)";

    @Inject
    private Store store;

    /** Counts some rows. */
    DraftCounts count(UUID importId, Collection<Integer> rows) {
        return rows.isEmpty()
                ? DraftCounts.NONE
                : count(query(COUNTS + OF_SOME, importId).setParameter("rows", rows));
    }

    /** Counts all rows, without the prefixes of IMEIs. */
    DraftCounts count(UUID importId) {
        return count(query(COUNTS, importId));
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

    private static DraftCounts count(Query query) {
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

    private Query query(String sql, UUID importId) {
        return store.entityManager().createNativeQuery(sql).setParameter("batch", importId);
    }
}
