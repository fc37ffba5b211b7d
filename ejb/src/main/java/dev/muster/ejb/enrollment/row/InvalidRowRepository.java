package dev.muster.ejb.enrollment.row;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.InvalidRow;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.roaringbitmap.RoaringBitmap;

/** The invalid rows of a draft, and the valid rows that depend on them, in one pass over a draft of any size. */
@ApplicationScoped
public class InvalidRowRepository {

    private static final int FETCHED = 10_000;

    private static final int ROWS_IN_STATEMENT = 1_000;

    /** Marks a group by its first row. */
    private static final String GROUP = """
            coalesce(case when %1$s is not null then min(row_no) over (partition by %1$s) end, 0)""";

    /** A cell has only one fault, so a duplicate may also be enrolled already, or its name may be taken. */
    private static final String IS_DUPLICATE = """
            invalid_cells = (case when identifier_fault = 'DUPLICATE_IN_FILE' then 1 else 0 end)
              + (case when name_fault = 'NAME_DUPLICATE_IN_FILE' then 1 else 0 end)
              and not %s and not %s and not %s""".formatted(
                    ConflictRepository.ENROLLED_IDENTIFIER.formatted("="),
                    ConflictRepository.ENROLLED_IDENTIFIER.formatted("<>"),
                    ConflictRepository.NAME_TAKEN);

    private static final String NEEDS_INVALID_GATEWAY = """
            normalized_parent is not null and not %s and not %s""".formatted(
            ConflictRepository.GATEWAY_IN_FILE.formatted("and g.parsed_type = 'GATEWAY' and g.invalid_cells = 0"),
            ConflictRepository.GATEWAY_ENROLLED.formatted("and e.device_type = 'GATEWAY'"));

    private static final String GATEWAY_GROUP = """
            coalesce(case when %s then (select min(g.row_no) from enrollment_row g
              where g.batch_id = enrollment_row.batch_id
                and g.normalized_identifier = enrollment_row.normalized_parent) end, 0)""".formatted(NEEDS_INVALID_GATEWAY);

    private static final String AFFECTED = """
            select row_no, %s, %s, %s, case when parsed_type = 'GATEWAY' then 1 else 0 end,
              case when invalid_cells = 0 then 'VALID' when %s then 'DUPLICATE' else 'FAULTY' end
            from enrollment_row where batch_id = :batch and (invalid_cells > 0 or %s) order by row_no""".formatted(
                    GROUP.formatted("normalized_identifier"),
                    GROUP.formatted("normalized_name"),
                    GATEWAY_GROUP,
                    IS_DUPLICATE,
                    NEEDS_INVALID_GATEWAY);

    private static final String CLEAR = """
            update enrollment_row set identifier_fault = null, name_fault = null, invalid_cells = 0
            where batch_id = :batch and row_no in (:rows)""";

    @Inject
    private Store store;

    /**
     * The invalid rows of a draft, and the valid rows whose gateway is invalid, in file order. Other organizations hold
     * identifiers of the manufacturer, so its rows are seen for this query.
     */
    public List<InvalidRow> affected(DeviceImport draft) {
        return CurrentScope.with(draft.manufacturer().id(), () -> read(draft));
    }

    private List<InvalidRow> read(DeviceImport draft) {
        try (Stream<?> rows = store.entityManager()
                .createNativeQuery(AFFECTED)
                .setParameter("batch", draft.id())
                .setParameter("organization", draft.organization().id())
                .setParameter("manufacturer", draft.manufacturer().id())
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCHED)
                .getResultStream()) {
            return rows.map(row -> invalidRow((Object[]) row)).toList();
        }
    }

    /** Clears the faults of rows whose duplicates are about to be removed. */
    public void clear(UUID importId, RoaringBitmap rows) {
        int[] numbers = rows.toArray();
        for (int done = 0; done < numbers.length; done += ROWS_IN_STATEMENT) {
            int end = Math.min(numbers.length, done + ROWS_IN_STATEMENT);
            store.entityManager()
                    .createNativeQuery(CLEAR)
                    .setParameter("batch", importId)
                    .setParameter(
                            "rows", Arrays.stream(numbers, done, end).boxed().toList())
                    .executeUpdate();
        }
    }

    private static InvalidRow invalidRow(Object[] row) {
        return new InvalidRow(
                number(row[0]),
                number(row[1]),
                number(row[2]),
                number(row[3]),
                number(row[4]) == 1,
                InvalidRow.State.valueOf((String) row[5]));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
