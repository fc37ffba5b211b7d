package dev.muster.web.enrollment.allowlist;

import dev.muster.domain.enrollment.allowlist.AllowedOrganization;
import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.allowlist.AllowListService;
import dev.muster.web.manufacturer.ManufacturerView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import java.util.regex.Pattern;

/** The organizations that may import a manufacturer's identifiers. */
@Named
@ViewScoped
public class AllowListView implements Serializable {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @Inject
    private AllowListService allowList;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private ManufacturerView manufacturer;

    private final PagedModel<AllowedOrganization> list =
            new PagedModel<>(request -> allowList.list(caller.get(), manufacturer.manufacturerId(), null, request));

    private String typed;

    private UUID asked;

    /** Adds the organization whose name or id was typed. */
    public void add() {
        String entered = EnteredText.trimmed(typed);
        if (feedback.attempt(() -> allow(entered))) {
            feedback.done(texts.of("enrollment.organizationOnList"));
            typed = null;
        }
    }

    private void allow(String entered) {
        if (ID.matcher(entered).matches()) {
            allowList.allow(caller.get(), manufacturer.manufacturerId(), UUID.fromString(entered));
        } else {
            allowList.allowByName(caller.get(), manufacturer.manufacturerId(), entered);
        }
    }

    /** Remembers the organization that the dialog asks about. */
    public void ask() {
        feedback.attempt(() -> asked = PageParameters.id("id"));
    }

    public void remove() {
        if (feedback.attempt(this::disallow)) {
            feedback.done(texts.of("enrollment.organizationOffList"));
        }
    }

    private void disallow() {
        if (asked == null) {
            throw ProblemException.notFound();
        }
        allowList.disallow(caller.get(), manufacturer.manufacturerId(), asked);
    }

    public PagedModel<AllowedOrganization> getList() {
        return list;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }
}
