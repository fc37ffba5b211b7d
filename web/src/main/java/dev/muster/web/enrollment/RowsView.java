package dev.muster.web.enrollment;

import dev.muster.domain.shared.EnteredText;
import dev.muster.ejb.enrollment.EnrollmentLoss;
import dev.muster.ejb.enrollment.EnrollmentService;
import dev.muster.ejb.enrollment.batch.ImportedIdentifier;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.TablePages;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.primefaces.PrimeFaces;

/** The identifiers that a committed import has enrolled, and the deletion of single ones. */
@Named
@ViewScoped
public class RowsView implements Serializable {

    private static final int ROWS = 25;

    @Inject
    private EnrollmentService enrollments;

    @Inject
    private ImportView view;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private String text = "";

    private final PagedModel<ImportedIdentifier> list = new PagedModel<>(
            request -> enrollments.ofImport(caller.get(), view.organization(), view.importId(), text, request), ROWS);

    /** The id of the enrollment that the dialog asks about. */
    private long asked;

    private transient EnrollmentLoss loss;

    /** Shows the first page after the search has changed. */
    public void find() {
        TablePages.showFirst("rows-form:rows");
    }

    /** Finds out what is lost with an enrollment. The page's script opens the dialog if it can be deleted. */
    public void ask() {
        asked = PageParameters.number("enrollment");
        loss = null;
        PrimeFaces.current().ajax().addCallbackParam("asked", feedback.attempt(this::look));
    }

    private void look() {
        loss = enrollments.loss(caller.get(), view.organization(), asked);
    }

    /** Deletes the enrollment that the dialog asks about. */
    public void delete() {
        if (feedback.attempt(() -> enrollments.delete(caller.get(), view.organization(), asked))) {
            feedback.done(texts.of("enrollment.rowDeleted"));
        }
        loss = null;
    }

    /** What the dialog says; null before it was opened. */
    public EnrollmentLoss getLoss() {
        return loss;
    }

    public boolean isNarrow() {
        return !EnteredText.isBlank(text);
    }

    public PagedModel<ImportedIdentifier> getList() {
        return list;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
