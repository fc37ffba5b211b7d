package dev.muster.ejb.enrollment.row;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Marks the faults that a row does not have by itself: duplicates in the file, identifiers that are enrolled already,
 * names that are taken, gateways that do not exist. The same statements run over the whole draft, before it is shown
 * and before a commit, and over the rows that a change affects. A cell with a fault of its own keeps that fault.
 */
@ApplicationScoped
public class ConflictRepository {

    private static final Set<CellFault> CONFLICTS = EnumSet.of(
            CellFault.DUPLICATE_IN_FILE,
            CellFault.ALREADY_ENROLLED,
            CellFault.HELD_ELSEWHERE,
            CellFault.NAME_DUPLICATE_IN_FILE,
            CellFault.NAME_TAKEN,
            CellFault.PARENT_NOT_FOUND,
            CellFault.PARENT_NOT_GATEWAY);

    private static final String CONFLICT_NAMES = names(CONFLICTS);

    /** Conflicts with what is enrolled. They may be gone at the next marking. */
    private static final String PASSING_NAMES = names(EnumSet.of(
            CellFault.ALREADY_ENROLLED,
            CellFault.HELD_ELSEWHERE,
            CellFault.NAME_TAKEN,
            CellFault.PARENT_NOT_FOUND,
            CellFault.PARENT_NOT_GATEWAY));

    private static final String LASTING = """
            select 1 from enrollment_row where batch_id = :batch and invalid_cells > 0
              and (identifier_fault not in %1$s or name_fault not in %1$s or type_fault is not null
                or parent_fault not in %1$s)""".formatted(PASSING_NAMES);

    /** How many steps {@link #markAll} has. */
    public static final int STEPS = 4;

    /** One pass over all rows. H2 would make that pass for each row. */
    private static final String DUPLICATES_OF_ALL = """
            %1$s in (select t.%1$s from enrollment_row t where t.batch_id = :batch and t.%1$s is not null
              group by t.%1$s having count(*) > 1)""";

    /** By the index, row by row. */
    private static final String DUPLICATES_OF_SOME = """
            exists (select 1 from enrollment_row t where t.batch_id = enrollment_row.batch_id
              and t.%1$s = enrollment_row.%1$s and t.row_no <> enrollment_row.row_no)""";

    static final String ENROLLED_IDENTIFIER = """
            exists (select 1 from enrollment e where e.manufacturer_id = :manufacturer
              and e.normalized_identifier = enrollment_row.normalized_identifier and e.organization_id %s :organization)""";

    static final String NAME_TAKEN = """
            exists (select 1 from enrollment e where e.organization_id = :organization
              and e.normalized_name = enrollment_row.normalized_name
              and (enrollment_row.normalized_identifier is null or e.manufacturer_id <> :manufacturer
                or e.normalized_identifier <> enrollment_row.normalized_identifier))""";

    static final String GATEWAY_IN_FILE = """
            exists (select 1 from enrollment_row g where g.batch_id = enrollment_row.batch_id
              and g.normalized_identifier = enrollment_row.normalized_parent %s)""";

    static final String GATEWAY_ENROLLED = """
            exists (select 1 from enrollment e where e.organization_id = :organization
              and e.manufacturer_id = :manufacturer and e.normalized_identifier = enrollment_row.normalized_parent %s)""";

    private static final String INVALID_CELLS = """
            (case when identifier_fault is null then 0 else 1 end + case when name_fault is null then 0 else 1 end
              + case when type_fault is null then 0 else 1 end + case when parent_fault is null then 0 else 1 end)""";

    @Inject
    private BulkHints hints;

    @Inject
    private HeldElsewhere heldElsewhere;

    @Inject
    private Store store;

    /**
     * Marks every conflict of a draft again.
     *
     * @param refusesShortImeis whether its column says that IMEIs of 14 digits are invalid in it
     * @param fresh whether no conflict is marked yet
     * @param progress told after each step how many of {@link #STEPS} are done
     */
    public void markAll(DeviceImport draft, boolean refusesShortImeis, boolean fresh, IntConsumer progress) {
        Marking marking = new Marking(draft, refusesShortImeis, "", Map.of(), duplicatesOfAll());
        int told = fresh ? 0 : clear(marking);
        progress.accept(1);
        markIdentifiers(marking, told);
        progress.accept(2);
        markNames(marking);
        progress.accept(3);
        markParents(marking);
        countCells(marking);
        progress.accept(STEPS);
    }

    private static String names(Set<CellFault> faults) {
        return faults.stream().map(fault -> "'" + fault.name() + "'").collect(Collectors.joining(", ", "(", ")"));
    }

    /** Whether some cell has a fault that no other marking would clear. */
    public boolean leavesFaults(UUID importId) {
        return !store.entityManager()
                .createNativeQuery(LASTING)
                .setParameter("batch", importId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Marks the conflicts of some rows of a draft again. The counts of the draft have to be right. */
    public void mark(DeviceImport draft, Collection<Integer> rows) {
        Marking marking = new Marking(
                draft, draft.refusesShortImeis(), " and row_no in (:rows)", Map.of("rows", rows), DUPLICATES_OF_SOME);
        int told = clear(marking);
        markIdentifiers(marking, told);
        markNames(marking);
        markParents(marking);
        countCells(marking);
    }

    private String duplicatesOfAll() {
        return hints.isPostgresql() ? DUPLICATES_OF_ALL : DUPLICATES_OF_SOME;
    }

    /** Removes the marks, and returns how many identifiers were marked as held by another organization. */
    private int clear(Marking marking) {
        int told = marking.draft().invalidCells() == 0 ? 0 : unmarkHeldElsewhere(marking);
        for (String cell : List.of("identifier", "name", "parent")) {
            update(marking, "set " + cell + "_fault = null", cell + "_fault in " + CONFLICT_NAMES);
        }
        update(marking, "set identifier_fault = null", "identifier_fault = 'CHECK_DIGIT' and imei_digits = 14");
        return told;
    }

    private int unmarkHeldElsewhere(Marking marking) {
        return update(marking, "set identifier_fault = null", "identifier_fault = '" + CellFault.HELD_ELSEWHERE + "'");
    }

    private void markIdentifiers(Marking marking, int told) {
        if (marking.refusesShortImeis()) {
            set(marking, "identifier", CellFault.CHECK_DIGIT, "imei_digits = 14");
        }
        set(
                marking,
                "identifier",
                CellFault.DUPLICATE_IN_FILE,
                marking.duplicates().formatted("normalized_identifier"));
        UUID manufacturer = marking.draft().manufacturer().id();
        CurrentScope.with(manufacturer, () -> markEnrolled(marking, manufacturer, told));
    }

    /**
     * Other organizations hold identifiers of the manufacturer, so its rows are seen for these statements.
     *
     * @param told how many identifiers were marked before: their organization knows of them
     */
    private boolean markEnrolled(Marking marking, UUID manufacturer, int told) {
        boolean any = isAny("manufacturer_id", manufacturer);
        if (any) {
            set(marking, "identifier", CellFault.ALREADY_ENROLLED, ENROLLED_IDENTIFIER.formatted("="));
            markHeldElsewhere(marking, told);
        }
        return any;
    }

    private void markHeldElsewhere(Marking marking, int told) {
        if (heldElsewhere.mayTell(marking.draft())) {
            int held = set(marking, "identifier", CellFault.HELD_ELSEWHERE, ENROLLED_IDENTIFIER.formatted("<>"));
            if (held > 0 && !heldElsewhere.count(marking.draft(), Math.max(0, held - told))) {
                unmarkHeldElsewhere(marking);
            }
        }
    }

    private void markNames(Marking marking) {
        set(
                marking,
                "name",
                CellFault.NAME_DUPLICATE_IN_FILE,
                marking.duplicates().formatted("normalized_name"));
        if (isAny("organization_id", marking.draft().organization().id())) {
            set(marking, "name", CellFault.NAME_TAKEN, NAME_TAKEN);
        }
    }

    private void markParents(Marking marking) {
        String isGateway = "and g.parsed_type = 'GATEWAY'";
        String enrolledGateway = "and e.device_type = 'GATEWAY'";
        String hasParent = "normalized_parent is not null and ";
        set(
                marking,
                "parent",
                CellFault.PARENT_NOT_FOUND,
                hasParent + "not " + GATEWAY_IN_FILE.formatted("") + " and not " + GATEWAY_ENROLLED.formatted(""));
        set(
                marking,
                "parent",
                CellFault.PARENT_NOT_GATEWAY,
                hasParent + "not " + GATEWAY_IN_FILE.formatted(isGateway) + " and not "
                        + GATEWAY_ENROLLED.formatted(enrolledGateway));
    }

    /** Whether there is any enrollment to compare with. The first import of a fleet needs no comparison. */
    private boolean isAny(String column, UUID owner) {
        return !store.entityManager()
                .createNativeQuery("select 1 from enrollment where " + column + " = :owner")
                .setParameter("owner", owner)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private int set(Marking marking, String cell, CellFault fault, String condition) {
        String column = cell + "_fault";
        return update(marking, "set " + column + " = '" + fault.name() + "'", column + " is null and " + condition);
    }

    /** Writes only the rows whose count has changed, so that an edit of one cell is a small transaction. */
    private void countCells(Marking marking) {
        update(marking, "set invalid_cells = " + INVALID_CELLS, "invalid_cells <> " + INVALID_CELLS);
    }

    private int update(Marking marking, String change, String condition) {
        String sql =
                "update enrollment_row " + change + " where batch_id = :batch" + marking.scope() + " and " + condition;
        DeviceImport draft = marking.draft();
        Query query = store.entityManager().createNativeQuery(sql).setParameter("batch", draft.id());
        marking.parameters().forEach(query::setParameter);
        if (sql.contains(":manufacturer")) {
            query.setParameter("manufacturer", draft.manufacturer().id());
        }
        if (sql.contains(":organization")) {
            query.setParameter("organization", draft.organization().id());
        }
        return query.executeUpdate();
    }

    /**
     * One marking.
     *
     * @param scope which rows, as a condition; empty for all rows of the draft
     * @param duplicates the condition that a row has a duplicate, with a placeholder for the column
     */
    private record Marking(
            DeviceImport draft,
            boolean refusesShortImeis,
            String scope,
            Map<String, ?> parameters,
            String duplicates) {}
}
