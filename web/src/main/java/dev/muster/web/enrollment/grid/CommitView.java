package dev.muster.web.enrollment.grid;

import dev.muster.domain.enrollment.CommitScope;
import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.enrollment.CommitService;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.ejb.enrollment.commit.CommitOutcome;
import dev.muster.ejb.enrollment.row.RowQuery;
import dev.muster.web.enrollment.ImportView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.OptionalInt;

/** Commits a draft: all of its rows, or only the valid ones. */
@Named
@RequestScoped
public class CommitView {

    @Inject
    private ImportService imports;

    @Inject
    private CommitService commits;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private ImportView view;

    @Inject
    private InvalidRowsView invalid;

    /** The import for which the invalid rows were counted. */
    private DeviceImport counted;

    private int invalidRows;

    /** Adds all rows, and opens the page again with the result. */
    public String commit() {
        return commit(CommitScope.ALL_ROWS, OptionalInt.empty());
    }

    /** Adds the valid rows, as the dialog counted them. The other rows stay as a new draft. */
    public String commitValidRows() {
        return commit(invalid.scope(), invalid.seen());
    }

    private String commit(CommitScope scope, OptionalInt seen) {
        feedback.attempt(() -> tell(commits.commit(caller.get(), view.organization(), view.importId(), scope, seen)));
        feedback.keep();
        return view.again();
    }

    private void tell(CommitOutcome outcome) {
        switch (outcome) {
            case CommitOutcome.Committed committed ->
                feedback.done(texts.of("enrollment.devicesAdded", committed.enrolled()));
            case CommitOutcome.Started started -> {} // the page shows how far it is
            case CommitOutcome.Invalid found -> feedback.error(texts.of("enrollment.notAddedInvalid"));
            case CommitOutcome.NotAllowed(var reason) ->
                feedback.error(texts.of("enrollment.notAddedBecause", texts.sentence(reason)));
            case CommitOutcome.QuotaReached(var reached) ->
                feedback.error(texts.of("enrollment.notAddedBecause", texts.sentence(reached.getMessage())));
            case CommitOutcome.Cancelled() -> feedback.done(texts.of("enrollment.notAddedCancelled"));
        }
    }

    /** Whether every row can be added. */
    public boolean isPossible() {
        return view.isEditable() && view.getDeviceImport().isValid();
    }

    /**
     * Whether the page offers to add only the valid rows. It also does so if all rows are invalid, because the first
     * row of some duplicates may become valid.
     */
    public boolean isPartlyPossible() {
        return view.isEditable()
                && getInvalidRows() > 0
                && view.getDeviceImport().rowCount() > 1;
    }

    /** Why not every row can be added; null if every row can. */
    public String getReason() {
        DeviceImport deviceImport = view.getDeviceImport();
        if (deviceImport.isValid()) {
            return null;
        }
        int cells = deviceImport.invalidCells();
        return cells == 0 ? texts.of("enrollment.noRowsRemain") : texts.of("enrollment.notYet", cells);
    }

    /** The label of the OK button. */
    public String getLabel() {
        return texts.of("enrollment.commitAll", view.getDeviceImport().rowCount());
    }

    /** The number of invalid rows, also right after a change in the same request. */
    public int getInvalidRows() {
        DeviceImport deviceImport = view.getDeviceImport();
        if (counted != deviceImport) {
            invalidRows = deviceImport.invalidCells() == 0 ? 0 : countInvalidRows();
            counted = deviceImport;
        }
        return invalidRows;
    }

    private int countInvalidRows() {
        RowQuery query = RowQuery.inFileOrder(new PageRequest(0, 1), true);
        return Math.toIntExact(imports.rows(caller.get(), view.organization(), view.importId(), query)
                .total());
    }

    /** The draft with the rows that were left out; null if there is none. */
    public DeviceImport getRest() {
        return imports.rest(caller.get(), view.organization(), view.importId()).orElse(null);
    }
}
