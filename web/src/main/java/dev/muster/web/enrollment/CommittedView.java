package dev.muster.web.enrollment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;

/** Which part of the page of a committed import is shown. */
@Named
@ViewScoped
public class CommittedView implements Serializable {

    /** Null if the address does not name a part. */
    private String tab;

    private ImportTab shown = ImportTab.PROGRESS;

    /** Shows the part that the address of the page names. */
    public void open() {
        shown = ImportTab.named(tab);
    }

    public ImportTab[] getTabs() {
        return ImportTab.values();
    }

    public ImportTab getShown() {
        return shown;
    }

    public String getTab() {
        return tab;
    }

    public void setTab(String tab) {
        this.tab = tab;
    }
}
