package dev.muster.ejb.provisioning.approval;

import dev.muster.domain.device.Device;
import dev.muster.domain.provisioning.ApprovalRequest;
import dev.muster.domain.provisioning.ApprovalState;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.ejb.provisioning.credential.DeviceLocks;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Selection;
import dev.muster.ejb.shared.event.Audited;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue of devices that have proved themselves again and wait for the decision of a manager. */
@Stateless
public class ApprovalService {

    @Inject
    private ApprovalRepository approvals;

    @Inject
    private DeviceLocks locks;

    @Inject
    private DatabaseTime time;

    /**
     * The request that has waited longest comes first.
     *
     * @param search a part of the device's identifier or name; null or blank finds all
     */
    public Page<ApprovalRequest> list(
            Caller caller, UUID organizationId, ApprovalState state, @Nullable String search, PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        return approvals.list(organizationId, state, new SearchText(search), request);
    }

    /** How many devices wait. */
    public long ofWaiting(Caller caller, UUID organizationId) {
        caller.requireOrganizationReader(organizationId);
        return approvals.count(organizationId, ApprovalState.PENDING);
    }

    /**
     * Decides a request: the device's next valid proof gives it new credentials, or its proofs are refused until a
     * manager allows one.
     *
     * @throws ProblemException {@code not-found}
     * @throws ProblemException {@code conflict} if the request is decided already
     */
    @Audited(EventKind.REPROVISIONING_CHANGED)
    public ApprovalRequest decide(Caller caller, UUID organizationId, UUID approvalId, Decision decision) {
        caller.requireOrganization(organizationId);
        ApprovalRequest request = approvals.get(organizationId, approvalId);
        locks.lock(organizationId, request.device().id());
        ApprovalRequest now = approvals.lock(approvalId).orElseThrow(ProblemException::notFound);
        decision.take(now, caller, time.now());
        return now;
    }

    /**
     * Like {@link #decide}, for several requests. Requests that are decided already stay as they are.
     *
     * @param approvalIds at most 500
     * @return the outcome for each request; requests that do not exist are left out
     * @throws ProblemException {@code validation-failed} if there are none, or more than 500
     */
    @Audited(EventKind.REPROVISIONING_CHANGED)
    public Map<UUID, DecisionOutcome> decideAll(
            Caller caller, UUID organizationId, Collection<UUID> approvalIds, Decision decision) {
        caller.requireOrganization(organizationId);
        Selection.require(approvalIds);
        List<ApprovalRequest> requests = approvals.named(organizationId, approvalIds);
        Map<UUID, Device> devices = locks.lock(
                organizationId,
                requests.stream().map(request -> request.device().id()).toList());
        Instant now = time.now();
        Map<UUID, DecisionOutcome> outcomes = new HashMap<>();
        requests.stream()
                .filter(request -> devices.containsKey(request.device().id()))
                .forEach(request -> approvals
                        .lock(request.id())
                        .ifPresent(present -> outcomes.put(present.id(), decide(present, caller, decision, now))));
        return outcomes;
    }

    private static DecisionOutcome decide(ApprovalRequest request, Caller caller, Decision decision, Instant now) {
        if (!request.isPending()) {
            return DecisionOutcome.DECIDED_BEFORE;
        }
        decision.take(request, caller, now);
        return decision == Decision.APPROVE ? DecisionOutcome.APPROVED : DecisionOutcome.REJECTED;
    }
}
