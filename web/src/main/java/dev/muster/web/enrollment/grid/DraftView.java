package dev.muster.web.enrollment.grid;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.ejb.enrollment.DraftChangeService;
import dev.muster.ejb.enrollment.DraftService;
import dev.muster.ejb.enrollment.draft.EditedRow;
import dev.muster.ejb.enrollment.draft.RowAddress;
import dev.muster.web.enrollment.ImportView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.OptionalInt;
import org.primefaces.PrimeFaces;

/**
 * Changes the draft whose page is open: a cell, a row, and undo. Each change comes from the page's script with what the
 * user saw: the version of the row, or the number of the change to undo. {@link MassChangeView} changes many rows.
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
    private Texts texts;

    @Inject
    private ImportView view;

    @Inject
    private DraftRun draft;

    /**
     * Saves the cell that the page's script sends. After a refusal the message repeats the text, so that it is not
     * lost.
     */
    public void save() {
        RowChange change = RowChange.fromRequest();
        if (!draft.attempt(() -> save(change))) {
            feedback.error(texts.of("enrollment.notSavedInRow", change.row(), change.value()));
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
        if (draft.attempt(() -> drafts.delete(caller.get(), address(change), change.expectedVersion()))) {
            draft.tell(texts.of("enrollment.draftRowDeleted", change.row()));
        }
    }

    private RowAddress address(RowChange change) {
        return new RowAddress(view.organization(), view.importId(), change.row());
    }

    /** Undoes the change that the button names. */
    public void undo() {
        OptionalInt change = OptionalInt.of(GridParameters.number("change"));
        String undone = view.getDeviceImport().lastChange();
        draft.run(
                () -> changes.undo(caller.get(), view.organization(), view.importId(), change),
                changed -> feedback.done(texts.of("enrollment.undoneWhat", texts.sentence(undone))));
    }
}
