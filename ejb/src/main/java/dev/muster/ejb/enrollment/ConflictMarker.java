package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.CellFault;
import dev.muster.domain.enrollment.EnrollmentBatch;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Marks in a draft what no row can know by itself: twins in the file, what is enrolled already, names that are taken,
 * gateways that are not there. Statements over the whole draft, the same before a page is shown and before a commit. A
 * cell with a fault of its own keeps it.
 */
@ApplicationScoped
public class ConflictMarker {

    private static final Set<CellFault> CONFLICTS = EnumSet.of(
            CellFault.DUPLICATE_IN_FILE,
            CellFault.ALREADY_ENROLLED,
            CellFault.HELD_ELSEWHERE,
            CellFault.NAME_DUPLICATE_IN_FILE,
            CellFault.NAME_TAKEN,
            CellFault.PARENT_NOT_FOUND,
            CellFault.PARENT_NOT_GATEWAY);

    private static final String CONFLICT_NAMES =
            CONFLICTS.stream().map(fault -> "'" + fault.name() + "'").collect(Collectors.joining(", ", "(", ")"));

    private static final String ENROLLED_IDENTIFIER = """
            exists (select 1 from enrollment e where e.manufacturer_id = :manufacturer
              and e.normalized_identifier = enrollment_row.normalized_identifier and e.organization_id %s :organization)""";

    private static final String NAME_TAKEN = """
            exists (select 1 from enrollment e where e.organization_id = :organization
              and e.normalized_name = enrollment_row.normalized_name)""";

    private static final String GATEWAY_IN_FILE = """
            exists (select 1 from enrollment_row g where g.batch_id = enrollment_row.batch_id
              and g.normalized_identifier = enrollment_row.normalized_parent %s)""";

    private static final String GATEWAY_ENROLLED = """
            exists (select 1 from enrollment e where e.organization_id = :organization
              and e.manufacturer_id = :manufacturer and e.normalized_identifier = enrollment_row.normalized_parent %s)""";

    private static final String INVALID_CELLS = """
            (case when identifier_fault is null then 0 else 1 end + case when name_fault is null then 0 else 1 end
              + case when type_fault is null then 0 else 1 end + case when parent_fault is null then 0 else 1 end)""";

    @Inject
    private Store store;

    /** Marks every conflict of the draft anew and counts its rows and invalid cells. */
    public void mark(EnrollmentBatch draft) {
        store.entityManager().flush();
        clear(draft);
        markIdentifiers(draft);
        markNames(draft);
        markParents(draft);
        count(draft);
    }

    private void clear(EnrollmentBatch draft) {
        for (String column : Set.of("identifier_fault", "name_fault", "parent_fault")) {
            update(draft, "set " + column + " = null", column + " in " + CONFLICT_NAMES);
        }
    }

    private void markIdentifiers(EnrollmentBatch draft) {
        set(draft, "identifier", CellFault.DUPLICATE_IN_FILE, repeated("normalized_identifier"));
        set(draft, "identifier", CellFault.ALREADY_ENROLLED, ENROLLED_IDENTIFIER.formatted("="));
        set(draft, "identifier", CellFault.HELD_ELSEWHERE, ENROLLED_IDENTIFIER.formatted("<>"));
    }

    private void markNames(EnrollmentBatch draft) {
        set(draft, "name", CellFault.NAME_DUPLICATE_IN_FILE, repeated("normalized_name"));
        set(draft, "name", CellFault.NAME_TAKEN, NAME_TAKEN);
    }

    private void markParents(EnrollmentBatch draft) {
        String isGateway = "and g.parsed_type = 'GATEWAY'";
        String enrolledGateway = "and e.device_type = 'GATEWAY'";
        String hasParent = "normalized_parent is not null and ";
        set(
                draft,
                "parent",
                CellFault.PARENT_NOT_FOUND,
                hasParent + "not " + GATEWAY_IN_FILE.formatted("") + " and not " + GATEWAY_ENROLLED.formatted(""));
        set(
                draft,
                "parent",
                CellFault.PARENT_NOT_GATEWAY,
                hasParent + "not " + GATEWAY_IN_FILE.formatted(isGateway) + " and not "
                        + GATEWAY_ENROLLED.formatted(enrolledGateway));
    }

    private static String repeated(String column) {
        return column + " in (select " + column + " from enrollment_row where batch_id = :batch and " + column
                + " is not null group by " + column + " having count(*) > 1)";
    }

    private void set(EnrollmentBatch draft, String cell, CellFault fault, String condition) {
        String column = cell + "_fault";
        update(draft, "set " + column + " = '" + fault.name() + "'", column + " is null and " + condition);
    }

    /** Writes the rows whose count has changed, and no others: an edit of one cell is a small transaction. */
    private void count(EnrollmentBatch draft) {
        update(draft, "set invalid_cells = " + INVALID_CELLS, "invalid_cells <> " + INVALID_CELLS);
        Object[] counts = (Object[]) store.entityManager()
                .createNativeQuery(
                        "select count(*), coalesce(sum(invalid_cells), 0) from enrollment_row where batch_id = :batch")
                .setParameter("batch", draft.id())
                .getSingleResult();
        draft.count(((Number) counts[0]).intValue(), ((Number) counts[1]).intValue());
    }

    private void update(EnrollmentBatch draft, String change, String condition) {
        String sql = "update enrollment_row " + change + " where batch_id = :batch and " + condition;
        Query query = store.entityManager().createNativeQuery(sql).setParameter("batch", draft.id());
        if (sql.contains(":manufacturer")) {
            query.setParameter("manufacturer", draft.manufacturer().id());
        }
        if (sql.contains(":organization")) {
            query.setParameter("organization", draft.organization().id());
        }
        query.executeUpdate();
    }
}
