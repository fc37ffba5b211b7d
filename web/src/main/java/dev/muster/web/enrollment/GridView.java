package dev.muster.web.enrollment;

import dev.muster.domain.enrollment.InvalidPages;
import dev.muster.domain.enrollment.RowRules;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.enrollment.DraftService;
import dev.muster.ejb.enrollment.EditedRow;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.ejb.enrollment.RowAddress;
import dev.muster.ejb.enrollment.RowQuery;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.primefaces.PrimeFaces;

/**
 * The rows of an import, a page at a time, and their mending. A change comes from the page's script with the version of
 * the row that it was made from.
 */
@Named
@ViewScoped
public class GridView implements Serializable {

    /** Farther from the shown page than the paginator has links. */
    private static final int LINKS_IN_SIGHT = 12;

    @Inject
    private ImportService imports;

    @Inject
    private DraftService drafts;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private ImportView view;

    private final PagedModel<GridRow> rows = new PagedModel<>(this::load);

    private boolean invalidOnly;

    private RowChange pendingDeletion;

    private transient PageRanges invalidPages;

    private Page<GridRow> load(PageRequest request) {
        invalidPages = null;
        RowRules rules = new RowRules(view.getBatch().manufacturer().identifierRules());
        return imports.rows(
                        caller.get(), view.organization(), view.importId(), RowQuery.inFileOrder(request, invalidOnly))
                .map(row -> GridRow.of(row, rules));
    }

    /** Saves the cell that the page's script sends; what could not be saved is said again, so that it is not lost. */
    public void save() {
        RowChange change = RowChange.fromRequest();
        if (!feedback.attempt(() -> save(change))) {
            view.forget();
            feedback.error("Not saved in row " + change.row() + ": \"" + change.value() + "\"");
        }
    }

    private void save(RowChange change) {
        EditedRow edited = drafts.edit(caller.get(), address(change), change.cells(), change.expectedVersion());
        view.changed(edited.draft());
        PrimeFaces.Ajax ajax = PrimeFaces.current().ajax();
        ajax.addCallbackParam("row", change.row());
        ajax.addCallbackParam("version", edited.row().version());
    }

    /** Asks before a row is deleted. */
    public void askToDelete() {
        feedback.attempt(() -> pendingDeletion = RowChange.fromRequest());
    }

    public void delete() {
        boolean done = feedback.attempt(() ->
                view.changed(drafts.delete(caller.get(), address(pendingDeletion), pendingDeletion.expectedVersion())));
        if (!done) {
            view.forget();
        }
    }

    private RowAddress address(RowChange change) {
        return new RowAddress(view.organization(), view.importId(), change.row());
    }

    /** Pages with invalid cells, as the table is paged now; under the filter every page has some, so none is named. */
    public PageRanges getInvalidPages() {
        if (invalidPages == null) {
            invalidPages = new PageRanges(findInvalidPages());
        }
        return invalidPages;
    }

    private InvalidPages findInvalidPages() {
        if (invalidOnly) {
            return InvalidPages.NONE;
        }
        int size = rows.shown().size();
        return imports.invalidPages(caller.get(), view.organization(), view.importId(), size);
    }

    /** Those in sight of the paginator, from 1, for the script that marks its links. */
    public String getMarkedPages() {
        return getInvalidPages().around(rows.shown().page(), LINKS_IN_SIGHT);
    }

    /** Where the next invalid cell is, from 0; -1 where there is none. */
    public int getNextInvalidPage() {
        return getInvalidPages().after(rows.shown().page());
    }

    public int getPendingRow() {
        return pendingDeletion == null ? 0 : pendingDeletion.row();
    }

    public PagedModel<GridRow> getRows() {
        return rows;
    }

    public boolean isInvalidOnly() {
        return invalidOnly;
    }

    public void setInvalidOnly(boolean invalidOnly) {
        this.invalidOnly = invalidOnly;
    }
}
