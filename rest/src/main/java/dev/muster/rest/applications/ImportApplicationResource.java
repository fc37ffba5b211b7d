package dev.muster.rest.applications;

import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.applications.ApplicationService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.JsonBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The application that the devices of an import join. */
@Path("organizations/{organizationId}/imports/{importId}/application")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
@SecurityRequirement(name = ApiApplication.BEARER)
public class ImportApplicationResource {

    @Inject
    private ApplicationService applications;

    @Inject
    private ApiCaller caller;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Set the application that new devices of the import join; null for none",
            description = "Devices that exist stay in the applications that they are in.")
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ApplicationChoice")))
    public ChoiceJson chooseImportApplication(
            @PathParam("organizationId") UUID organizationId, @PathParam("importId") UUID importId, InputStream body) {
        caller.get().requireOrganization(organizationId);
        UUID wanted = ChoiceJson.read(body).application();
        return new ChoiceJson(applications
                .choose(caller.get(), organizationId, importId, wanted)
                .applicationId());
    }

    /** The application that an import's devices join. */
    @Schema(name = "ApplicationChoice")
    public record ChoiceJson(
            @Schema(nullable = true, description = "The id of the application; null for none")
            UUID application) {

        /** @throws ProblemException {@code validation-failed} if the member is missing */
        static ChoiceJson read(InputStream json) {
            JsonBody body = JsonBody.read(json, "application");
            if (!body.has("application")) {
                throw ProblemException.invalid(
                        "The member application is missing; send the id of an application, or null for none.");
            }
            return new ChoiceJson(body.id("application"));
        }
    }
}
