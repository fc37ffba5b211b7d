package dev.muster.rest.enrollment;

import dev.muster.domain.enrollment.CommitScope;
import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.ejb.enrollment.CommitService;
import dev.muster.ejb.enrollment.commit.CommitOutcome;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.problem.Problem;
import dev.muster.rest.problem.ProblemResponses;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.JsonBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Makes an enrollment of every row of a draft or of no row; on request, of the valid rows only. */
@Path("organizations/{organizationId}/imports/{importId}/commit")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@SecurityRequirement(name = ApiApplication.BEARER)
public class CommitResource {

    @Inject
    private CommitService commits;

    @Inject
    private ApiCaller caller;

    @Inject
    private ProblemResponses problems;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Commit a draft; 202 if it is large, 409 with the counts if cells are invalid",
            description = "validRowsOnly: true moves invalid rows to a new draft, including both rows of a pair of"
                    + " duplicates. keepFirst: true commits the first row of each pair. GET impact counts the rows"
                    + " before you commit. If you send its changeNumber as change, the commit is refused (409) if the"
                    + " draft has changed since.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ImportCommit")))
    public Response commitImport(
            @PathParam("organizationId") UUID organizationId, @PathParam("importId") UUID importId, InputStream body) {
        caller.get().requireOrganization(organizationId);
        CommitJson wanted = CommitJson.read(body);
        return answer(commits.commit(caller.get(), organizationId, importId, wanted.scope(), wanted.seen()));
    }

    private Response answer(CommitOutcome outcome) {
        return switch (outcome) {
            case CommitOutcome.Committed(var enrolled, var rest) ->
                Response.ok(new CommittedJson(enrolled, rest.orElse(null))).build();
            case CommitOutcome.Started(var batch) ->
                Response.accepted(ImportJson.of(batch)).build();
            case CommitOutcome.Invalid(var draft) -> problems.of(invalid(draft));
            case CommitOutcome.NotAllowed(var reason) -> problems.of(Problem.of(ProblemCode.FORBIDDEN, reason));
            case CommitOutcome.QuotaReached(var reached) -> throw reached;
            case CommitOutcome.Cancelled() ->
                problems.of(Problem.of(ProblemCode.CONFLICT, "The commit was cancelled; nothing was enrolled."));
        };
    }

    private static Problem invalid(DeviceImport draft) {
        return Problem.of(
                        ProblemCode.DRAFT_INVALID,
                        "Nothing was enrolled: the draft has invalid cells. Some may have become invalid just now.")
                .with(OwnJson.object()
                        .add("rows", draft.rowCount())
                        .add("invalidCells", draft.invalidCells())
                        .build());
    }

    /**
     * How to commit.
     *
     * @param validRowsOnly whether invalid rows are left out
     * @param keepFirst whether the first of each group of duplicates is added; only with {@code validRowsOnly}
     * @param change the changeNumber that the caller has read; if null, the draft may have changed since
     */
    @Schema(name = "ImportCommit")
    public record CommitJson(boolean validRowsOnly, boolean keepFirst, Integer change) {

        /** @throws ProblemException {@code validation-failed} if keepFirst comes without validRowsOnly */
        static CommitJson read(InputStream body) {
            JsonBody json = JsonBody.read(body, "validRowsOnly", "keepFirst", "change");
            CommitJson wanted =
                    new CommitJson(json.flag("validRowsOnly"), json.flag("keepFirst"), json.integer("change"));
            if (wanted.keepFirst && !wanted.validRowsOnly) {
                throw ProblemException.invalid("The member keepFirst needs validRowsOnly: true.");
            }
            return wanted;
        }

        CommitScope scope() {
            if (keepFirst) {
                return CommitScope.VALID_ROWS_AND_FIRST_OF_EACH;
            }
            return validRowsOnly ? CommitScope.VALID_ROWS : CommitScope.ALL_ROWS;
        }

        OptionalInt seen() {
            return change == null ? OptionalInt.empty() : OptionalInt.of(change);
        }
    }

    /**
     * The result of a commit.
     *
     * @param enrolled how many enrollments it made
     * @param rest the id of the new draft with the rows that were left out; absent if no row was left out
     */
    @Schema(name = "CommitResult")
    public record CommittedJson(int enrolled, UUID rest) {}
}
