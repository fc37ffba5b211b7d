package dev.muster.web.enrollment.grid;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.ejb.enrollment.draft.DraftChangeOutcome;
import dev.muster.web.enrollment.ImportView;
import dev.muster.web.shared.Feedback;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.primefaces.PrimeFaces;

/** Runs a change of the draft whose page is open, so that the page shows the draft as it is afterwards. */
@RequestScoped
class DraftRun {

    @Inject
    private Feedback feedback;

    @Inject
    private ImportView view;

    /** After a refusal the import is read again: another user may have changed it. */
    boolean attempt(Supplier<DeviceImport> change) {
        boolean done = feedback.attempt(() -> view.changed(change.get()));
        if (!done) {
            view.forget();
        }
        return done;
    }

    /** Tells about a change. The page's script offers to take it back. */
    void tell(String change) {
        feedback.done(change);
        PrimeFaces.current().ajax().addCallbackParam("undoable", true);
    }

    /**
     * Runs a change of many rows. If it goes on in the background, the page opens again to show its progress.
     *
     * @param tell takes the number of changed rows if the change is done
     */
    void run(Supplier<DraftChangeOutcome> change, IntConsumer tell) {
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
}
