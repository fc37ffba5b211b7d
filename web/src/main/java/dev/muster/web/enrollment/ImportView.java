package dev.muster.web.enrollment;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.web.enrollment.grid.CommitView;
import dev.muster.web.enrollment.grid.DraftView;
import dev.muster.web.enrollment.grid.GridView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.ViewIds;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * One import in whatever status it is: worked on, a draft, committed, broken off. Its rows are {@link GridView}'s, their
 * mending {@link DraftView}'s, the commit {@link CommitView}'s, the wait for a server {@link WorkView}'s.
 */
@Named
@ViewScoped
public class ImportView implements Serializable {

    private static final String LIST = "/organization/imports?faces-redirect=true";

    private static final String PAGE = "/organization/import?faces-redirect=true&id=";

    @Inject
    private ImportService imports;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    private String id;

    private transient DeviceImport deviceImport;

    /** The import as it is now. */
    public DeviceImport getDeviceImport() {
        if (deviceImport == null) {
            deviceImport = imports.get(caller.get(), organization(), importId());
        }
        return deviceImport;
    }

    /** Shows the import as it is when the page is opened; what is not there is not found. */
    public void open() {
        getDeviceImport();
    }

    /** Takes the import with its counts after a change of its rows. */
    public void changed(DeviceImport now) {
        deviceImport = now;
    }

    /** Looks again at what may have changed elsewhere. */
    public void forget() {
        deviceImport = null;
    }

    /** Discards the draft or what is left of a file, or withdraws the committed import. */
    public String discard() {
        boolean committed = isCommitted();
        if (!feedback.attempt(() -> imports.discard(caller.get(), organization(), importId()))) {
            return null;
        }
        feedback.done(
                committed ? "The import is withdrawn; its devices can no longer join." : "The import is discarded.");
        feedback.keep();
        return LIST;
    }

    /** Discards this draft, whose place an import takes that has just been read, and shows that one. */
    public String replace() {
        UUID successor = imports.get(caller.get(), organization(), PageParameters.id("by"))
                .id();
        feedback.attempt(() -> imports.discard(caller.get(), organization(), importId()));
        return PAGE + successor;
    }

    public boolean isEditable() {
        return getDeviceImport().isDraft();
    }

    public boolean isCommitted() {
        return getDeviceImport().status() == ImportStatus.COMMITTED;
    }

    /** Whether a server is at work on it. */
    public boolean isWorking() {
        return getDeviceImport().status().isWork();
    }

    /** Whether it ended before it became a draft. */
    public boolean isBrokenOff() {
        return getDeviceImport().status().isBrokenOff();
    }

    /** Whether another file can take its place. */
    public boolean isReplaceable() {
        return isEditable() || isBrokenOff();
    }

    /** Whether there are rows to be looked at. */
    public boolean isTabular() {
        return isEditable() || isCommitted();
    }

    /** Whether it ended before it became a draft, and rows of it are there to be seen. */
    public boolean isRemains() {
        return isBrokenOff() && getDeviceImport().rowCount() > 0;
    }

    /** This page, opened anew. */
    public String again() {
        return PAGE + importId();
    }

    /** Opens this page anew in the middle of a background request, with what was told meanwhile. */
    public void reopen() {
        redirect("");
    }

    /** As a page that can be told apart from all others. */
    void reopenAs(String name) {
        redirect("&as=" + name);
    }

    private void redirect(String parameters) {
        feedback.keep();
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        try {
            external.redirect(
                    external.getRequestContextPath() + "/organization/import.xhtml?id=" + importId() + parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public UUID organization() {
        return caller.tenantId();
    }

    public UUID importId() {
        return ViewIds.parse(id);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
