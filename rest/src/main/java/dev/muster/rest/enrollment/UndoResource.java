package dev.muster.rest.enrollment;

import dev.muster.ejb.enrollment.DraftChangeService;
import dev.muster.ejb.enrollment.draft.DraftChangeOutcome;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.QueryParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Undoes the last changes of a draft, one after the other. */
@Path("organizations/{organizationId}/imports/{importId}/undo")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@SecurityRequirement(name = ApiApplication.BEARER)
public class UndoResource {

    @Inject
    private DraftChangeService drafts;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @PathParam("importId")
    private UUID importId;

    @POST
    @Operation(
            summary = "Undo the last change; 409 if there is no change, or if the last change is not the given change",
            description = "The last twenty changes can be undone, one after the other.")
    @APIResponse(
            responseCode = "200",
            description = "Undone",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DeviceImport")))
    @APIResponse(responseCode = "202", ref = "ChangeGoesOn")
    public Response undoChange(
            @QueryParam("change") @Parameter(description = "The changeNumber of the change to undo") String change) {
        caller.get().requireOrganization(organizationId);
        OptionalInt meant = QueryParameters.integer("change", change);
        DraftChangeOutcome outcome = drafts.undo(caller.get(), organizationId, importId, meant);
        return Response.status(outcome.isGoingOn() ? Response.Status.ACCEPTED : Response.Status.OK)
                .entity(ImportJson.of(outcome.draft()))
                .build();
    }
}
