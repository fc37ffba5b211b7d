package dev.muster.web.provisioning.approval;

import dev.muster.ejb.provisioning.approval.ApprovalService;
import dev.muster.web.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How many devices wait for a decision. All pages of an organization show the number in the menu. */
@Named
@RequestScoped
public class WaitingApprovals {

    @Inject
    private ApprovalService approvals;

    @Inject
    private CurrentCaller caller;

    private Long number;

    public long getNumber() {
        if (number == null) {
            number = approvals.ofWaiting(caller.get(), caller.tenantId());
        }
        return number;
    }

    /** Counts again, after something was decided. */
    void forget() {
        number = null;
    }
}
