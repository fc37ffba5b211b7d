package dev.muster.web.enrollment.grid;

import dev.muster.domain.enrollment.InvalidPages;
import dev.muster.domain.enrollment.row.RowRules;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.ejb.enrollment.row.RowPlace;
import dev.muster.web.enrollment.ImportView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.TablePages;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.primefaces.PrimeFaces;

/**
 * Shows the rows of an import, a page at a time: sorting, searching, and going to invalid cells. {@link DraftView}
 * changes the rows.
 */
@Named
@ViewScoped
public class GridView implements Serializable {

    /** Further than the links of the paginator reach from the page that is shown. */
    private static final int LINKS_IN_SIGHT = 12;

    @Inject
    private ImportService imports;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private ImportView view;

    private final PagedModel<GridRow> rows = new PagedModel<>(this::load);

    private final GridSearch search = new GridSearch();

    private transient PageRanges invalidPages;

    private Page<GridRow> load(PageRequest request) {
        invalidPages = null;
        RowRules rules = view.getDeviceImport().rules();
        return imports.rows(caller.get(), view.organization(), view.importId(), search.query(request))
                .map(row -> GridRow.of(row, rules));
    }

    /** Sorts by the column whose header was pressed. */
    public void sort() {
        search.sortBy(GridParameters.column("column").orElse(null));
        show(0);
    }

    /** Shows only the rows with the kind of fault that was pressed; if they are shown already, all rows. */
    public void showFault() {
        search.showOnly(GridParameters.fault());
        show(0);
    }

    /** Shows the first page after the search has changed. */
    public void showFirst() {
        show(0);
    }

    /**
     * Goes to the page of the next invalid cell after the row that the script names. The script then goes to the cell.
     */
    public void showNextInvalid() {
        if (search.isInvalidOnly() && search.isInFileOrder() && !search.isSearching() && search.getFault() == null) {
            showFollowing();
        } else {
            leaveSearch();
            imports.nextInvalid(
                            caller.get(), view.organization(), view.importId(), GridParameters.number("row"), size())
                    .ifPresent(this::show);
        }
    }

    private void showFollowing() {
        int next = rows.shown().page() + 1;
        show(next * size() < rows.getRowCount() ? next : 0);
    }

    /** The server finds the next invalid cell only in the order of the file. */
    private void leaveSearch() {
        if (!search.isPlain()) {
            search.clear();
            feedback.done(texts.of("enrollment.allRowsShown"));
        }
    }

    private void show(RowPlace place) {
        PrimeFaces.current().ajax().addCallbackParam("found", place.row());
        show(place.page());
    }

    private void show(int page) {
        invalidPages = null;
        TablePages.show("import-form:grid", page);
    }

    private int size() {
        return rows.shown().size();
    }

    /**
     * The pages with invalid cells, for the present size of a page. Empty if a filter or another order than that of the
     * file is on.
     */
    public PageRanges getInvalidPages() {
        if (invalidPages == null) {
            invalidPages = new PageRanges(findInvalidPages());
        }
        return invalidPages;
    }

    private InvalidPages findInvalidPages() {
        return search.isPlain()
                ? imports.invalidPages(caller.get(), view.organization(), view.importId(), size())
                : InvalidPages.NONE;
    }

    /**
     * The pages with invalid cells that are near the shown page, from 1, for the script that marks the links of the
     * paginator.
     */
    public String getMarkedPages() {
        return getInvalidPages().around(rows.shown().page(), LINKS_IN_SIGHT);
    }

    public PagedModel<GridRow> getRows() {
        return rows;
    }

    public GridSearch getSearch() {
        return search;
    }
}
