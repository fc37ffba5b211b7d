package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.ChosenRows;
import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.cell.StoredCell;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.batch.ImportRepository;
import dev.muster.ejb.enrollment.draft.DraftMarking;
import dev.muster.ejb.enrollment.draft.EditedRow;
import dev.muster.ejb.enrollment.draft.RowAddress;
import dev.muster.ejb.enrollment.draft.UndoRepository;
import dev.muster.ejb.enrollment.draft.UndoStep;
import dev.muster.ejb.enrollment.row.RowRepository;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Changes a draft row by row. Each change is checked by the same rules as the file, together with every row that it
 * affects. {@link DraftChangeService} undoes the last changes, and changes many rows at once.
 */
@Stateless
public class DraftService {

    @Inject
    private ImportRepository imports;

    @Inject
    private RowRepository rows;

    @Inject
    private DraftMarking marking;

    @Inject
    private UndoRepository undo;

    @Inject
    private Store store;

    /**
     * Changes cells of a row.
     *
     * @param changes the cells that change
     * @param expectedVersion the version of the row that the caller has seen; empty if that does not matter
     * @throws ProblemException {@code row-changed} if the row has another version
     * @throws ProblemException {@code conflict} if the import is no longer a draft
     * @throws ProblemException {@code validation-failed} if a cell cannot be stored at all
     */
    public EditedRow edit(Caller caller, RowAddress address, Map<Column, String> changes, OptionalInt expectedVersion) {
        DeviceImport draft = lockDraft(caller, address.organizationId(), address.importId());
        EnrollmentRow row = rowOf(draft, address, expectedVersion);
        RowCells cells = changed(row.cells(), changes);
        Set<Integer> changed = Set.of(row.number());
        UndoStep step = undo.keep(draft, changed);
        marking.apply(
                draft, changed, () -> row.edit(cells, changes.containsKey(Column.UNIQUE_IDENTIFIER), draft.rules()));
        undo.done(draft, step, "the change of row " + row.number());
        store.entityManager().flush();
        store.entityManager().refresh(row);
        return new EditedRow(row, draft);
    }

    /**
     * Deletes a row.
     *
     * @throws ProblemException as for {@link #edit}
     */
    public DeviceImport delete(Caller caller, RowAddress address, OptionalInt expectedVersion) {
        DeviceImport draft = lockDraft(caller, address.organizationId(), address.importId());
        EnrollmentRow row = rowOf(draft, address, expectedVersion);
        return remove(draft, Set.of(row.number()), "the deletion of row " + row.number());
    }

    /**
     * Deletes some rows, and ignores rows that are deleted already.
     *
     * @param numbers of the rows, at most 500
     * @throws ProblemException {@code validation-failed} if there are more
     * @throws ProblemException {@code conflict} if the import is no longer a draft
     */
    public DeviceImport deleteRows(Caller caller, UUID organizationId, UUID importId, Collection<Integer> numbers) {
        DeviceImport draft = lockDraft(caller, organizationId, importId);
        if (numbers.size() > ChosenRows.Numbered.MOST) {
            throw ProblemException.invalid(numbers.size() + " rows were named. At most " + ChosenRows.Numbered.MOST
                    + " can be deleted at once.");
        }
        Set<Integer> there = new TreeSet<>();
        rows.rows(draft.id(), List.copyOf(numbers)).forEach(row -> there.add(row.number()));
        return there.isEmpty() ? draft : remove(draft, there, "the deletion of " + counted(there.size()));
    }

    private DeviceImport remove(DeviceImport draft, Set<Integer> numbers, String description) {
        UndoStep step = undo.keep(draft, numbers);
        rows.keptMap(draft).remove(numbers);
        store.entityManager().flush();
        marking.apply(draft, numbers, () -> undo.removeKept(step));
        undo.done(draft, step, description);
        return draft;
    }

    private DeviceImport lockDraft(Caller caller, UUID organizationId, UUID importId) {
        caller.requireOrganization(organizationId);
        return imports.lockDraft(organizationId, importId);
    }

    private EnrollmentRow rowOf(DeviceImport draft, RowAddress address, OptionalInt expectedVersion) {
        EnrollmentRow row = imports.row(draft.id(), address.row());
        if (expectedVersion.isPresent() && expectedVersion.getAsInt() != row.version()) {
            throw new ProblemException(
                    ProblemCode.ROW_CHANGED,
                    "This row was changed in another window. Look at it as it is now, then change it again.");
        }
        return row;
    }

    private static String counted(int rows) {
        return rows == 1 ? "1 row" : rows + " rows";
    }

    private static RowCells changed(RowCells cells, Map<Column, String> changes) {
        changes.values().forEach(StoredCell::require);
        RowCells changed = cells;
        for (Map.Entry<Column, String> change : changes.entrySet()) {
            changed = changed.with(change.getKey(), change.getValue());
        }
        return changed;
    }
}
