package dev.muster.rest.enrollment;

import dev.muster.ejb.enrollment.DraftService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Taking back the last change of a draft. */
@Path("organizations/{organizationId}/imports/{importId}/undo")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@SecurityRequirement(name = ApiApplication.BEARER)
public class UndoResource {

    @Inject
    private DraftService drafts;

    @Inject
    private CurrentCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @PathParam("importId")
    private UUID importId;

    @POST
    @Operation(summary = "Take back the last change; 409 where there is none, or another than the one named")
    public ImportJson undo(
            @QueryParam("change") @Parameter(description = "The changeNumber of the change that is meant")
                    Integer change) {
        OptionalInt meant = change == null ? OptionalInt.empty() : OptionalInt.of(change);
        return ImportJson.of(drafts.undo(caller.get(), organizationId, importId, meant));
    }
}
