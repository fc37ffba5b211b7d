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
import dev.muster.web.shared.text.Texts;
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
 * One import in any status: in work, a draft, committed, or broken off. {@link GridView} shows its rows,
 * {@link DraftView} changes them, {@link CommitView} commits them, and {@link WorkView} waits for the server.
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

    @Inject
    private Texts texts;

    private String id;

    private transient DeviceImport deviceImport;

    /** The import as it was last read. */
    public DeviceImport getDeviceImport() {
        if (deviceImport == null) {
            deviceImport = imports.get(caller.get(), organization(), importId());
        }
        return deviceImport;
    }

    /** Reads the import, so that the page is not found if there is no such import. */
    public void open() {
        getDeviceImport();
    }

    /** Takes over the import with its new counts after a change of its rows. */
    public void changed(DeviceImport now) {
        deviceImport = now;
    }

    /** Lets the import be read again, because it may have changed elsewhere. */
    public void forget() {
        deviceImport = null;
    }

    /** Discards a draft or a broken-off import, or withdraws a committed import. */
    public String discard() {
        boolean committed = isCommitted();
        if (!feedback.attempt(() -> imports.discard(caller.get(), organization(), importId()))) {
            return null;
        }
        feedback.done(texts.of(committed ? "enrollment.withdrawn" : "enrollment.discarded"));
        feedback.keep();
        return LIST;
    }

    /** Discards this import and opens the import that replaces it, whose file has just been read. */
    public String replace() {
        UUID successor = imports.get(caller.get(), organization(), PageParameters.id("by"))
                .id();
        feedback.attempt(() -> imports.discard(caller.get(), organization(), importId()));
        return PAGE + successor;
    }

    public boolean isDraft() {
        return getDeviceImport().isDraft();
    }

    /** Whether this user can change its rows. */
    public boolean isEditable() {
        return isDraft() && caller.isChanging();
    }

    public boolean isCommitted() {
        return getDeviceImport().status() == ImportStatus.COMMITTED;
    }

    /** Why its rows cannot all be added, because of a quota; null if they can. */
    public String getQuotaWarning() {
        return imports.warning(caller.get(), organization(), importId()).orElse(null);
    }

    /** Whether a server is working on it. */
    public boolean isWorking() {
        return getDeviceImport().status().isWork();
    }

    /** Whether it ended before it became a draft. */
    public boolean isBrokenOff() {
        return getDeviceImport().status().isBrokenOff();
    }

    /** Whether another file can replace it. */
    public boolean isReplaceable() {
        return caller.isChanging() && (isDraft() || isBrokenOff());
    }

    /** Whether it ended before it became a draft, and still has rows to show. */
    public boolean isRemains() {
        return isBrokenOff() && getDeviceImport().rowCount() > 0;
    }

    /** A navigation outcome that opens this page again. */
    public String again() {
        return PAGE + importId();
    }

    /** Opens this page again from a background request, and keeps the messages. */
    public void reopen() {
        redirect("");
    }

    /** Opens this page again, under a name that no other page has. */
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
