package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.Column;
import dev.muster.domain.enrollment.EnrollmentBatch;
import dev.muster.domain.enrollment.EnrollmentRow;
import dev.muster.domain.enrollment.RowCells;
import dev.muster.domain.enrollment.RowRules;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.OptionalInt;

/** Mending a draft: each change is checked by the same rules as the file was, with every row that it touches. */
@Stateless
public class DraftService {

    /** As many characters as the database keeps of a cell, which is what a file may hold in one. */
    private static final int MAX_CELL = 1_024;

    @Inject
    private DraftRepository drafts;

    @Inject
    private ConflictMarker conflicts;

    /**
     * Changes cells of a row.
     *
     * @param changes the cells that change
     * @param expectedVersion the row's version that the change was made from; empty lets the last one win
     * @throws ProblemException {@code row-changed} where the row has another version
     * @throws ProblemException {@code conflict} where the import is no draft any more
     * @throws ProblemException {@code validation-failed} where a cell cannot be kept at all
     */
    public EditedRow edit(Caller caller, RowAddress address, Map<Column, String> changes, OptionalInt expectedVersion) {
        EnrollmentBatch draft = lockDraft(caller, address);
        EnrollmentRow row = rowOf(draft, address, expectedVersion);
        row.edit(
                changed(row.cells(), changes), new RowRules(draft.manufacturer().identifierRules()));
        conflicts.mark(draft);
        drafts.refresh(row);
        return new EditedRow(row, draft);
    }

    /**
     * Deletes a row.
     *
     * @throws ProblemException as {@link #edit}
     */
    public EnrollmentBatch delete(Caller caller, RowAddress address, OptionalInt expectedVersion) {
        EnrollmentBatch draft = lockDraft(caller, address);
        drafts.remove(rowOf(draft, address, expectedVersion));
        conflicts.mark(draft);
        return draft;
    }

    private EnrollmentBatch lockDraft(Caller caller, RowAddress address) {
        caller.requireOrganization(address.organizationId());
        EnrollmentBatch draft = drafts.lock(address.organizationId(), address.importId());
        if (!draft.isDraft()) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "This import is committed; its rows cannot be changed any more.");
        }
        return draft;
    }

    private EnrollmentRow rowOf(EnrollmentBatch draft, RowAddress address, OptionalInt expectedVersion) {
        EnrollmentRow row = drafts.row(draft.id(), address.row());
        if (expectedVersion.isPresent() && expectedVersion.getAsInt() != row.version()) {
            throw new ProblemException(
                    ProblemCode.ROW_CHANGED,
                    "This row was changed in another window meanwhile; look at it as it is now, then change it again.");
        }
        return row;
    }

    private static RowCells changed(RowCells cells, Map<Column, String> changes) {
        changes.values().forEach(DraftService::requireStorable);
        return new RowCells(
                changes.getOrDefault(Column.UNIQUE_IDENTIFIER, cells.uniqueIdentifier()),
                changes.getOrDefault(Column.DEVICE_NAME, cells.deviceName()),
                changes.getOrDefault(Column.DEVICE_TYPE, cells.deviceType()),
                changes.getOrDefault(Column.PARENT_GATEWAY, cells.parentGateway()));
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static void requireStorable(String cell) {
        if (cell.length() > MAX_CELL) {
            throw ProblemException.invalid(
                    "A cell of " + cell.length() + " characters was sent; at most " + MAX_CELL + " are allowed.");
        }
        if (cell.indexOf('\0') >= 0) {
            throw ProblemException.invalid("A cell has a NUL character in it; type it again.");
        }
    }
}
