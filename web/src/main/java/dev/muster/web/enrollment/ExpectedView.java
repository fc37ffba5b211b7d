package dev.muster.web.enrollment;

import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.shared.EnteredText;
import dev.muster.ejb.enrollment.EnrollmentService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.TablePages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The enrolled identifiers whose device has not joined. */
@Named
@ViewScoped
public class ExpectedView implements Serializable {

    @Inject
    private EnrollmentService enrollments;

    @Inject
    private CurrentCaller caller;

    private String text = "";

    private final PagedModel<Enrollment> list =
            new PagedModel<>(request -> enrollments.expected(caller.get(), caller.tenantId(), text, request));

    /** Shows the first page after the search has changed. */
    public void find() {
        TablePages.showFirst("list-form:expected");
    }

    public boolean isNarrow() {
        return !EnteredText.isBlank(text);
    }

    public PagedModel<Enrollment> getList() {
        return list;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
