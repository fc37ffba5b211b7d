package dev.muster.web.enrollment;

import dev.muster.ejb.enrollment.CountedImport;
import dev.muster.ejb.enrollment.CountedImportService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Whether the committed import of the page can be withdrawn, and otherwise why not. */
@Named
@RequestScoped
public class WithdrawalView {

    @Inject
    private CountedImportService imports;

    @Inject
    private ImportView view;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Texts texts;

    private CountedImport counted;

    public boolean isPossible() {
        return counted().isWithdrawable();
    }

    /** Why it cannot be withdrawn. */
    public String getReason() {
        return texts.of("enrollment.notWithdrawable", counted().numbers().joined());
    }

    private CountedImport counted() {
        if (counted == null) {
            counted = imports.get(caller.get(), view.organization(), view.importId());
        }
        return counted;
    }
}
