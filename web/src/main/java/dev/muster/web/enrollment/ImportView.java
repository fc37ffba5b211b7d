package dev.muster.web.enrollment;

import dev.muster.domain.enrollment.EnrollmentBatch;
import dev.muster.ejb.enrollment.CommitOutcome;
import dev.muster.ejb.enrollment.CommitService;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Display;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** One import: a draft until it is committed, then what was committed. Its rows are {@link GridView}'s. */
@Named
@ViewScoped
public class ImportView implements Serializable {

    private static final String LIST = "/organization/imports?faces-redirect=true";

    @Inject
    private ImportService imports;

    @Inject
    private CommitService commits;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Display display;

    private String id;

    private transient EnrollmentBatch batch;

    /** The import as it is now. */
    public EnrollmentBatch getBatch() {
        if (batch == null) {
            batch = imports.get(caller.get(), organization(), importId());
        }
        return batch;
    }

    /** Shows the import as it is when the page is opened; what is not there is not found. */
    public void open() {
        getBatch();
    }

    /** Takes the import with its counts after a change of its rows. */
    void changed(EnrollmentBatch now) {
        batch = now;
    }

    /** Looks again at what may have changed elsewhere. */
    void forget() {
        batch = null;
    }

    public void commit() {
        feedback.attempt(() -> tell(commits.commit(caller.get(), organization(), importId(), false)));
        forget();
    }

    private void tell(CommitOutcome outcome) {
        if (outcome instanceof CommitOutcome.Committed committed) {
            feedback.done(display.count(committed.enrolled(), "device")
                    + " added. Each will appear among the devices when it first connects.");
        } else {
            feedback.error("Nothing was added: meanwhile other cells became invalid. "
                    + "They are marked red now; mend them and try again.");
        }
    }

    /** Discards the draft, or withdraws the committed import. */
    public String discard() {
        boolean draft = getBatch().isDraft();
        if (!feedback.attempt(() -> imports.discard(caller.get(), organization(), importId()))) {
            return null;
        }
        feedback.done(draft ? "The draft is discarded." : "The import is withdrawn; its devices can no longer join.");
        feedback.keep();
        return LIST;
    }

    /** Discards this draft, whose place an import takes that has just been read, and shows that one. */
    public String replace() {
        String by = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("by");
        UUID successor =
                imports.get(caller.get(), organization(), ViewIds.parse(by)).id();
        feedback.attempt(() -> imports.discard(caller.get(), organization(), importId()));
        return "/organization/import?faces-redirect=true&id=" + successor;
    }

    public boolean isEditable() {
        return getBatch().isDraft();
    }

    public boolean isCommittable() {
        return getBatch().isDraft() && getBatch().isValid();
    }

    /** What the OK button says. */
    public String getCommitLabel() {
        return "OK – add " + display.count(getBatch().rowCount(), "device");
    }

    UUID organization() {
        return caller.tenantId();
    }

    UUID importId() {
        return ViewIds.parse(id);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
