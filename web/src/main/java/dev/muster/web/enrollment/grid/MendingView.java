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
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.primefaces.PrimeFaces;

/**
 * The mending of a draft. Each change comes from the page's script with what the user saw: the version of the row, the
 * number of the change to be taken back.
 */
@Named
@RequestScoped
public class MendingView {

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

    /** Saves the cell that the page's script sends; what could not be saved is said again, so that it is not lost. */
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

    public void delete() {
        RowChange change = RowChange.fromRequest();
        attempt(() -> drafts.delete(caller.get(), address(change), change.expectedVersion()));
    }

    public void deleteSelected() {
        List<Integer> rows = GridParameters.numbers("rows");
        deleting(() -> drafts.deleteRows(caller.get(), view.organization(), view.importId(), rows));
    }

    /** As it was counted in the dialog. */
    public void deleteInvalid() {
        change(invalid.deletion(), invalid.seen(), changed -> display.count(changed, "row") + " deleted.");
    }

    private void deleting(Supplier<DeviceImport> deletion) {
        int before = view.getDeviceImport().rowCount();
        if (attempt(deletion)) {
            feedback.done(display.count(before - view.getDeviceImport().rowCount(), "row") + " deleted.");
        }
    }

    /** Mends all cells that have the same fault and can be mended in the same way. */
    public void repairAll() {
        DraftChange mending = new DraftChange.MendAll(
                GridParameters.column("column").orElseThrow(GridParameters::unreadable),
                CellFault.ofCode(PageParameters.text("fault")).orElseThrow(GridParameters::unreadable),
                GridParameters.constant("kind", RepairKind.class));
        change(mending, OptionalInt.empty(), changed -> display.count(changed, "cell") + " corrected.");
    }

    private void change(DraftChange change, OptionalInt seen, IntFunction<String> told) {
        changing(() -> changes.change(caller.get(), view.organization(), view.importId(), change, seen), told);
    }

    /** What goes on in the background is shown by the page of work. */
    private void changing(Supplier<DraftChangeOutcome> change, IntFunction<String> told) {
        boolean done = attempt(() -> {
            DraftChangeOutcome outcome = change.get();
            if (!outcome.isGoingOn()) {
                feedback.done(told.apply(outcome.changed()));
            }
            return outcome.draft();
        });
        if (done && view.isWorking()) {
            view.reopen();
        }
    }

    /** Takes back the change that the button named. */
    public void undo() {
        int change = GridParameters.number("change");
        String undone = view.getDeviceImport().lastChange();
        changing(
                () -> changes.undo(caller.get(), view.organization(), view.importId(), OptionalInt.of(change)),
                changed -> "Undone: " + undone + ".");
    }

    /** Somebody committed it meanwhile, perhaps: the page shows something else then. */
    private void reopenIfNoDraft() {
        if (!view.isEditable()) {
            view.reopen();
        }
    }

    /** After a refusal the import is looked at again: it may have been changed elsewhere. */
    private boolean attempt(Supplier<DeviceImport> change) {
        boolean done = feedback.attempt(() -> view.changed(change.get()));
        if (!done) {
            view.forget();
        }
        return done;
    }

    private RowAddress address(RowChange change) {
        return new RowAddress(view.organization(), view.importId(), change.row());
    }
}
