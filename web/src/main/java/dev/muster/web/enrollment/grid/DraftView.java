package dev.muster.web.enrollment.grid;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.RepairKind;
import dev.muster.ejb.enrollment.DraftChangeService;
import dev.muster.ejb.enrollment.DraftService;
import dev.muster.ejb.enrollment.draft.DraftChangeOutcome;
import dev.muster.ejb.enrollment.draft.EditedRow;
import dev.muster.ejb.enrollment.draft.RowAddress;
import dev.muster.web.enrollment.ImportView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Display;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.primefaces.PrimeFaces;

/**
 * Changes the draft whose page is open: its cells, its rows, and undo. Each change comes from the page's script with
 * what the user saw: the version of the row, or the number of the change to undo.
 */
@Named
@RequestScoped
public class DraftView {

    @Inject
    private DraftService drafts;

    @Inject
    private DraftChangeService changes;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Display display;

    @Inject
    private ImportView view;

    @Inject
    private InvalidRowsView invalid;

    /**
     * Saves the cell that the page's script sends. After a refusal the message repeats the text, so that it is not
     * lost.
     */
    public void save() {
        RowChange change = RowChange.fromRequest();
        if (!attempt(() -> save(change))) {
            feedback.error("Not saved in row " + change.row() + ": \"" + change.value() + "\"");
            reopenIfNoDraft();
        }
    }

    private DeviceImport save(RowChange change) {
        EditedRow edited = drafts.edit(caller.get(), address(change), change.cells(), change.expectedVersion());
        PrimeFaces.Ajax ajax = PrimeFaces.current().ajax();
        ajax.addCallbackParam("row", change.row());
        ajax.addCallbackParam("version", edited.row().version());
        return edited.draft();
    }

    /** The page shows something else then, for example because another user has committed the import. */
    private void reopenIfNoDraft() {
        if (!view.isEditable()) {
            view.reopen();
        }
    }

    public void delete() {
        RowChange change = RowChange.fromRequest();
        attempt(() -> drafts.delete(caller.get(), address(change), change.expectedVersion()));
    }

    private RowAddress address(RowChange change) {
        return new RowAddress(view.organization(), view.importId(), change.row());
    }

    public void deleteSelected() {
        List<Integer> rows = GridParameters.numbers("rows");
        int before = view.getDeviceImport().rowCount();
        if (attempt(() -> drafts.deleteRows(caller.get(), view.organization(), view.importId(), rows))) {
            tellDeleted(before - view.getDeviceImport().rowCount());
        }
    }

    /** Deletes the rows that the dialog counted. */
    public void deleteInvalid() {
        change(invalid.deletion(), invalid.seen(), this::tellDeleted);
    }

    private void tellDeleted(int rows) {
        feedback.done(display.count(rows, "row") + " deleted.");
    }

    /** Repairs all cells that have the same fault and the same kind of repair. */
    public void repairAll() {
        DraftChange repair = new DraftChange.RepairAll(
                GridParameters.column("column").orElseThrow(GridParameters::unreadable),
                CellFault.ofCode(PageParameters.text("fault")).orElseThrow(GridParameters::unreadable),
                GridParameters.constant("kind", RepairKind.class));
        change(repair, OptionalInt.empty(), changed -> feedback.done(display.count(changed, "cell") + " corrected."));
    }

    private void change(DraftChange change, OptionalInt seen, IntConsumer tell) {
        run(() -> changes.change(caller.get(), view.organization(), view.importId(), change, seen), tell);
    }

    /** Undoes the change that the button names. */
    public void undo() {
        OptionalInt change = OptionalInt.of(GridParameters.number("change"));
        String undone = view.getDeviceImport().lastChange();
        run(
                () -> changes.undo(caller.get(), view.organization(), view.importId(), change),
                changed -> feedback.done("Undone: " + undone + "."));
    }

    /** If the change goes on in the background, the page opens again to show its progress. */
    private void run(Supplier<DraftChangeOutcome> change, IntConsumer tell) {
        boolean done = attempt(() -> {
            DraftChangeOutcome outcome = change.get();
            if (!outcome.isGoingOn()) {
                tell.accept(outcome.changed());
            }
            return outcome.draft();
        });
        if (done && view.isWorking()) {
            view.reopen();
        }
    }

    /** After a refusal the import is read again: another user may have changed it. */
    private boolean attempt(Supplier<DeviceImport> change) {
        boolean done = feedback.attempt(() -> view.changed(change.get()));
        if (!done) {
            view.forget();
        }
        return done;
    }
}
