package dev.muster.web.enrollment.grid;

import dev.muster.domain.enrollment.CommitScope;
import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.enrollment.InvalidRows;
import dev.muster.ejb.enrollment.InvalidRowService;
import dev.muster.web.enrollment.ImportView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.OptionalInt;
import org.primefaces.PrimeFaces;

/**
 * How many rows go if the invalid rows of a draft are deleted, or left out of a commit. They are counted when one of
 * the two dialogs opens. {@link DraftView} and {@link CommitView} then do the work, and the server refuses it if the
 * draft has changed since.
 */
@Named
@ViewScoped
public class InvalidRowsView implements Serializable {

    @Inject
    private InvalidRowService rows;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private ImportView view;

    private InvalidRows counts;

    /** The number of the last change when the rows were counted; 0 before the first count. */
    private int seen;

    private boolean keepFirst;

    /** Counts the rows for a dialog. The page's script opens the dialog if the count succeeds. */
    public void count() {
        keepFirst = false;
        view.forget();
        boolean counted = feedback.attempt(this::look);
        PrimeFaces.current().ajax().addCallbackParam("counted", counted);
        if (!counted && !view.isEditable()) {
            view.reopen();
        }
    }

    private void look() {
        counts = rows.count(caller.get(), view.organization(), view.importId());
        seen = counts.changeNumber();
    }

    /** Null before the first dialog was opened. */
    public InvalidRows getCounts() {
        return counts;
    }

    /** How many of the invalid rows are duplicates, and what happens to them. */
    public String getDuplicates() {
        return texts.of(
                counts.pairsOnly() ? "enrollment.duplicatePairs" : "enrollment.duplicateGroups",
                counts.duplicates(),
                counts.groups(),
                keepFirst ? staying() : going());
    }

    private String going() {
        return texts.of(counts.pairsOnly() ? "enrollment.bothGo" : "enrollment.allGo");
    }

    private String staying() {
        int kept = counts.keepFirst().kept();
        return kept == counts.groups() ? texts.of("enrollment.firstStays") : texts.of("enrollment.someStay", kept);
    }

    public String getDeleted() {
        return texts.of("enrollment.invalidRows", counts.deleted(keepFirst));
    }

    public String getRemaining() {
        return texts.of("enrollment.rows", counts.rows() - counts.deleted(keepFirst));
    }

    public String getAdded() {
        return texts.of("enrollment.addedDevices", counts.added(keepFirst));
    }

    /** How many peripherals lose their gateway. */
    public int getLosing() {
        return counts.loss(keepFirst).losingGateway();
    }

    /** Whether the commit adds nothing. */
    public boolean isVain() {
        return counts == null || counts.added(keepFirst) == 0;
    }

    DraftChange deletion() {
        return new DraftChange.DeleteInvalid(keepFirst);
    }

    CommitScope scope() {
        return keepFirst ? CommitScope.VALID_ROWS_AND_FIRST_OF_EACH : CommitScope.VALID_ROWS;
    }

    OptionalInt seen() {
        return OptionalInt.of(seen);
    }

    public boolean isKeepFirst() {
        return keepFirst;
    }

    public void setKeepFirst(boolean keepFirst) {
        this.keepFirst = keepFirst;
    }
}
