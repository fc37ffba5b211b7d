package dev.muster.web.provisioning.approval;

import dev.muster.domain.provisioning.ApprovalRequest;
import dev.muster.domain.provisioning.ApprovalState;
import dev.muster.ejb.provisioning.approval.ApprovalService;
import dev.muster.ejb.provisioning.approval.Decision;
import dev.muster.ejb.provisioning.approval.DecisionOutcome;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Devices that have proved themselves again and wait for a decision. Only the page knows which rows are selected. */
@Named
@ViewScoped
public class ApprovalsView implements Serializable {

    @Inject
    private ApprovalService approvals;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private WaitingApprovals waiting;

    private ApprovalState state = ApprovalState.PENDING;

    private final PagedModel<ApprovalRequest> list =
            new PagedModel<>(request -> approvals.list(caller.get(), caller.tenantId(), state, null, request));

    public void approve() {
        decide(Decision.APPROVE);
    }

    public void reject() {
        decide(Decision.REJECT);
    }

    private void decide(Decision decision) {
        List<UUID> ids = chosen();
        feedback.attempt(() -> tell(approvals.decideAll(caller.get(), caller.tenantId(), ids, decision), ids.size()));
        waiting.forget();
    }

    private static List<UUID> chosen() {
        String sent = PageParameters.text("ids");
        return Arrays.stream(sent == null ? new String[0] : sent.split(","))
                .filter(id -> !id.isBlank())
                .map(ViewIds::parse)
                .toList();
    }

    private void tell(Map<UUID, DecisionOutcome> outcomes, int asked) {
        tell(outcomes, DecisionOutcome.APPROVED, "provisioning.approved");
        tell(outcomes, DecisionOutcome.REJECTED, "provisioning.rejected");
        long late = asked - count(outcomes, DecisionOutcome.APPROVED) - count(outcomes, DecisionOutcome.REJECTED);
        if (late > 0) {
            feedback.error(texts.of("provisioning.tooLate", late));
        }
    }

    private void tell(Map<UUID, DecisionOutcome> outcomes, DecisionOutcome outcome, String sentence) {
        long number = count(outcomes, outcome);
        if (number > 0) {
            feedback.done(texts.of(sentence, number));
        }
    }

    private static long count(Map<UUID, DecisionOutcome> outcomes, DecisionOutcome outcome) {
        return outcomes.values().stream().filter(outcome::equals).count();
    }

    public boolean isPending() {
        return state == ApprovalState.PENDING;
    }

    public PagedModel<ApprovalRequest> getList() {
        return list;
    }

    public ApprovalState[] getStates() {
        return ApprovalState.values();
    }

    public ApprovalState getState() {
        return state;
    }

    public void setState(ApprovalState state) {
        this.state = state;
    }
}
