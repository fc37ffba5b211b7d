package dev.muster.rest.provisioning.approval;

import dev.muster.domain.provisioning.ApprovalState;
import dev.muster.ejb.provisioning.approval.ApprovalService;
import dev.muster.ejb.provisioning.approval.Decision;
import dev.muster.ejb.provisioning.approval.DecisionOutcome;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.JsonBody;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Outcomes;
import dev.muster.rest.shared.Paging;
import dev.muster.rest.shared.QueryParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The queue of devices that have proved themselves again and wait for a manager's decision. */
@Path("organizations/{organizationId}/approvals")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Approvals")
@SecurityRequirement(name = ApiApplication.BEARER)
public class ApprovalResource {

    @Inject
    private ApprovalService approvals;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @GET
    @Operation(summary = "List the requests, the longest wait first")
    public Listing<ApprovalJson> listApprovals(
            @QueryParam("state") @DefaultValue("PENDING") @Parameter(description = "PENDING, APPROVED or REJECTED")
                    String state,
            @QueryParam("search") @Parameter(description = "A part of the device's identifier or name, ignoring case")
                    String search,
            @BeanParam Paging paging) {
        ApprovalState wanted = QueryParameters.constant("state", state, ApprovalState.class);
        return Listing.of(
                approvals.list(caller.get(), organizationId, wanted, search, paging.request()), ApprovalJson::of);
    }

    @POST
    @Path("{approvalId}/approve")
    @Operation(
            summary = "Approve: the device's next valid proof gives it new credentials; 409 if the request is decided"
                    + " already")
    public ApprovalJson approveRequest(@PathParam("approvalId") UUID approvalId) {
        return ApprovalJson.of(approvals.decide(caller.get(), organizationId, approvalId, Decision.APPROVE));
    }

    @POST
    @Path("{approvalId}/reject")
    @Operation(summary = "Reject: the device keeps its credentials; its proofs are refused until a manager allows one")
    public ApprovalJson rejectRequest(@PathParam("approvalId") UUID approvalId) {
        return ApprovalJson.of(approvals.decide(caller.get(), organizationId, approvalId, Decision.REJECT));
    }

    @POST
    @Path("approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Approve up to 500 requests, with the outcome of each")
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ApprovalSelection")))
    public Outcomes<DecidedJson> approveRequests(InputStream body) {
        return decideAll(body, Decision.APPROVE);
    }

    @POST
    @Path("reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reject up to 500 requests, with the outcome of each")
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ApprovalSelection")))
    public Outcomes<DecidedJson> rejectRequests(InputStream body) {
        return decideAll(body, Decision.REJECT);
    }

    private Outcomes<DecidedJson> decideAll(InputStream body, Decision decision) {
        caller.get().requireOrganization(organizationId);
        List<UUID> ids = NamedApprovals.read(body).approvalIds();
        Map<UUID, DecisionOutcome> outcomes = approvals.decideAll(caller.get(), organizationId, ids, decision);
        return new Outcomes<>(
                ids.stream().map(id -> DecidedJson.of(id, outcomes.get(id))).toList());
    }

    /** The requests to decide at once, at most 500. */
    @Schema(name = "ApprovalSelection")
    public record NamedApprovals(List<UUID> approvalIds) {

        static NamedApprovals read(InputStream body) {
            return new NamedApprovals(JsonBody.read(body, "approvalIds").ids("approvalIds"));
        }
    }

    /**
     * The outcome for one of the requests.
     *
     * @param outcome {@code approved}, {@code rejected}, {@code decided-before} or {@code not-found}
     */
    @Schema(name = "ApprovalResult")
    @JsonbPropertyOrder({"approvalId", "outcome"})
    public record DecidedJson(UUID approvalId, String outcome) {

        /** @param outcome null if there is no such request */
        static DecidedJson of(UUID approvalId, DecisionOutcome outcome) {
            String code = switch (outcome) {
                case APPROVED -> "approved";
                case REJECTED -> "rejected";
                case DECIDED_BEFORE -> "decided-before";
                case null -> "not-found";
            };
            return new DecidedJson(approvalId, code);
        }
    }
}
