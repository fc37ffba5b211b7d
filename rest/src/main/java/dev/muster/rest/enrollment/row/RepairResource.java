package dev.muster.rest.enrollment.row;

import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.enrollment.DraftChange.RepairAll;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.RepairKind;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.DraftChangeService;
import dev.muster.ejb.enrollment.draft.DraftChangeOutcome;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.enrollment.ImportJson;
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
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Repairs many cells of a draft at once. */
@Path("organizations/{organizationId}/imports/{importId}/repairs")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@SecurityRequirement(name = ApiApplication.BEARER)
public class RepairResource {

    @Inject
    private DraftChangeService drafts;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @PathParam("importId")
    private UUID importId;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Repair every cell of a column that has the same fault and can be repaired in the same way")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "RepairChoice")))
    @APIResponse(
            responseCode = "200",
            description = "Repaired",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "RepairResult")))
    @APIResponse(responseCode = "202", ref = "ChangeGoesOn")
    public Response repairCells(InputStream body) {
        caller.get().requireOrganization(organizationId);
        DraftChange repair = RepairChoiceJson.read(JsonBody.read(body, "column", "code", "kind"));
        DraftChangeOutcome outcome = drafts.change(caller.get(), organizationId, importId, repair, OptionalInt.empty());
        ImportJson draft = ImportJson.of(outcome.draft());
        return outcome.isGoingOn()
                ? Response.accepted(draft).build()
                : Response.ok(new RepairedJson(outcome.changed(), draft)).build();
    }

    /** Which cells to repair, and how: a column, the code of the fault, and the kind of a repair that a row offers. */
    @Schema(name = "RepairChoice")
    public record RepairChoiceJson(String column, String code, String kind) {

        /** @throws ProblemException {@code validation-failed} if one of them is unknown */
        static RepairAll read(JsonBody body) {
            return new RepairAll(
                    known("column", body.text("column"), Column.values(), Column::header),
                    known("code", body.text("code"), CellFault.values(), CellFault::code),
                    known("kind", body.text("kind"), RepairKind.values(), RepairKind::name));
        }

        private static <T> T known(String member, String value, T[] all, Function<T, String> name) {
            return Arrays.stream(all)
                    .filter(one -> name.apply(one).equals(value))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid("The member " + member + " must be one of "
                            + Arrays.stream(all).map(name).collect(Collectors.joining(", ")) + "."));
        }
    }

    /** How many cells were repaired, and the import afterwards. */
    @Schema(name = "RepairResult")
    public record RepairedJson(int repaired, ImportJson draft) {}
}
