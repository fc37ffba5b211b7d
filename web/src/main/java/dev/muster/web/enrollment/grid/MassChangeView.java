package dev.muster.web.enrollment.grid;

import dev.muster.domain.enrollment.ChosenRows;
import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.enrollment.row.RepairKind;
import dev.muster.domain.enrollment.row.RowFilter;
import dev.muster.ejb.enrollment.DraftChangeService;
import dev.muster.ejb.enrollment.FaultService;
import dev.muster.web.enrollment.ImportView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.OptionalInt;
import org.primefaces.PrimeFaces;

/**
 * Changes many rows of the draft whose page is open: all cells with one kind of fault, the selected rows, or the invalid
 * rows. The page's script sends the number of the last change that the user saw, and the server refuses a change of a
 * draft that has changed since.
 */
@Named
@RequestScoped
public class MassChangeView {

    @Inject
    private DraftChangeService changes;

    @Inject
    private FaultService faults;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private ImportView view;

    @Inject
    private GridView grid;

    @Inject
    private InvalidRowsView invalid;

    @Inject
    private DraftRun draft;

    /** Does something about all cells of one kind of fault. */
    public void mend() {
        feedback.attempt(() -> change(mending(GridParameters.fault()), seen()));
    }

    private static DraftChange mending(FaultKind kind) {
        ChosenRows faulty = new ChosenRows.Found(RowFilter.of(kind));
        return switch (GridParameters.constant("act", Act.class)) {
            case REPAIR ->
                new DraftChange.RepairAll(
                        kind.column(), kind.fault(), GridParameters.constant("kind", RepairKind.class));
            case PUT -> new DraftChange.Put(faulty, kind.column(), GridParameters.text("value"));
            case KEEP_FIRST -> new DraftChange.KeepFirst(kind.column());
            case DELETE -> new DraftChange.Delete(faulty);
            case REPLACE -> throw GridParameters.unreadable();
        };
    }

    /** Changes or deletes the selected rows. */
    public void changeSelected() {
        feedback.attempt(() -> change(changing(), seen()));
    }

    private DraftChange changing() {
        return switch (GridParameters.constant("act", Act.class)) {
            case PUT -> new DraftChange.Put(selected(), column(), GridParameters.text("value"));
            case REPLACE ->
                new DraftChange.Replace(selected(), column(), GridParameters.text("part"), GridParameters.text("by"));
            case DELETE -> new DraftChange.Delete(selected());
            case REPAIR, KEEP_FIRST -> throw GridParameters.unreadable();
        };
    }

    /** Counts the selected cells that a replacement would change, and tells the page's script. */
    public void countSelected() {
        feedback.attempt(() -> PrimeFaces.current()
                .ajax()
                .addCallbackParam(
                        "cells", faults.count(caller.get(), view.organization(), view.importId(), changing())));
    }

    /** Without numbers, the script means all rows that the search of the page finds. */
    private ChosenRows selected() {
        return PageParameters.text("rows") == null
                ? new ChosenRows.Found(grid.getSearch().filter())
                : new ChosenRows.Numbered(GridParameters.numbers("rows"));
    }

    private static Column column() {
        return GridParameters.column("column").orElseThrow(GridParameters::unreadable);
    }

    private static OptionalInt seen() {
        return OptionalInt.of(GridParameters.number("change"));
    }

    /** Deletes the invalid rows that the dialog counted. */
    public void deleteInvalid() {
        change(invalid.deletion(), invalid.seen());
    }

    private void change(DraftChange change, OptionalInt seen) {
        draft.run(
                () -> changes.change(caller.get(), view.organization(), view.importId(), change, seen),
                changed -> tell(change, changed));
    }

    private void tell(DraftChange change, int changed) {
        if (changed == 0) {
            feedback.done(texts.of("enrollment.nothingChanged"));
        } else {
            draft.tell(told(change, changed));
        }
    }

    private String told(DraftChange change, int changed) {
        return switch (change) {
            case DraftChange.RepairAll repair -> texts.of("enrollment.cellsCorrected", changed);
            case DraftChange.CellChange cells -> texts.of("enrollment.cellsChanged", changed);
            case DraftChange.RowDeletion deletion -> texts.of("enrollment.rowsDeleted", changed);
            case DraftChange.TakeBack undo -> throw new IllegalArgumentException("an undo tells what it undid");
        };
    }

    /** What the script asks for. */
    private enum Act {
        REPAIR,
        PUT,
        REPLACE,
        KEEP_FIRST,
        DELETE
    }
}
