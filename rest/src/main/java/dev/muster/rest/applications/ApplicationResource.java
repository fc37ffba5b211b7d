package dev.muster.rest.applications;

import dev.muster.domain.applications.Application;
import dev.muster.domain.applications.ApplicationDescription;
import dev.muster.ejb.applications.ApplicationService;
import dev.muster.ejb.applications.ListedApplication;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Created;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An organization's applications. Devices are added to them by the acts on devices. */
@Path("organizations/{organizationId}/applications")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
@SecurityRequirement(name = ApiApplication.BEARER)
public class ApplicationResource {

    @Inject
    private ApplicationService applications;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make an application",
            description = "Its dashboard is private to you at first. Add devices with ADD_TO_APPLICATION"
                    + " (devices/acts), by the rule, or by an import that names the application.")
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ApplicationUpdate")))
    public Response createApplication(InputStream body) {
        caller.get().requireOrganization(organizationId);
        Application made = applications.create(caller.get(), organizationId, ApplicationWish.create(body));
        return Created.at("organizations/" + organizationId + "/applications/" + made.id(), shape(made.id()));
    }

    @GET
    @Operation(summary = "List the applications by name")
    public Listing<ApplicationJson> listApplications(
            @QueryParam("search") @Parameter(description = "A part of the name or the description, ignoring case")
                    String search,
            @BeanParam Paging paging) {
        return Listing.of(
                applications.list(caller.get(), organizationId, search, paging.request()), ApplicationJson::of);
    }

    @GET
    @Path("{applicationId}")
    @Operation(summary = "One application", description = "Its devices: the list of devices with ?application=")
    public ApplicationJson getApplication(@PathParam("applicationId") UUID applicationId) {
        return shape(applicationId);
    }

    @PATCH
    @Path("{applicationId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change an application. Absent members stay as they are; \"rule\":null removes the rule")
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ApplicationUpdate")))
    public ApplicationJson changeApplication(@PathParam("applicationId") UUID applicationId, InputStream body) {
        ListedApplication before = applications.get(caller.get(), organizationId, applicationId);
        caller.get().requireOrganization(organizationId);
        ApplicationDescription wanted = ApplicationWish.change(before.application(), body);
        applications.change(caller.get(), organizationId, applicationId, wanted);
        return shape(applicationId);
    }

    @DELETE
    @Path("{applicationId}")
    @Operation(summary = "Delete an application with its dashboard; its devices stay")
    public void deleteApplication(@PathParam("applicationId") UUID applicationId) {
        applications.delete(caller.get(), organizationId, applicationId);
    }

    private ApplicationJson shape(UUID applicationId) {
        return ApplicationJson.of(applications.get(caller.get(), organizationId, applicationId));
    }
}
