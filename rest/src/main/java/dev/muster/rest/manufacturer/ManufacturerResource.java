package dev.muster.rest.manufacturer;

import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.Role;
import dev.muster.ejb.manufacturer.ManufacturerService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.quota.QuotaMembers;
import dev.muster.rest.quota.QuotaUseJson;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Created;
import dev.muster.rest.shared.JsonBody;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import dev.muster.rest.shared.QueryParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

/** Manufacturers: an administrator makes and suspends them; every user who imports finds them by name. */
@Path("manufacturers")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Manufacturers")
@SecurityRequirement(name = ApiApplication.BEARER)
public class ManufacturerResource {

    @Inject
    private ManufacturerService manufacturers;

    @Inject
    private ApiCaller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a manufacturer")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewManufacturer")))
    public Response createManufacturer(InputStream body) {
        caller.get().requireAdministrator();
        NewManufacturer wanted = NewManufacturer.from(JsonBody.read(body, NewManufacturer.MEMBERS));
        Manufacturer made = manufacturers.create(
                caller.get(), wanted.name(), wanted.rules(), wanted.enrollment(), wanted.contact());
        return Created.at("manufacturers/" + made.id(), ManufacturerJson.of(made));
    }

    @GET
    @Operation(summary = "Find manufacturers; users of an organization get only id and name")
    public Listing<ManufacturerJson> listManufacturers(
            @QueryParam("name") @Parameter(description = "A part of the name, ignoring case") String name,
            @QueryParam("search") @Parameter(description = "The same as name") String search,
            @BeanParam Paging paging) {
        boolean brief = caller.get().role().scope() == Role.Scope.ORGANIZATION;
        String text = QueryParameters.search(search, "name", name);
        return Listing.of(
                manufacturers.search(caller.get(), text == null ? "" : text, paging.request()),
                brief ? ManufacturerJson::brief : ManufacturerJson::of);
    }

    @GET
    @Path("{manufacturerId}")
    @Operation(summary = "One manufacturer, for its own managers and administrators")
    public ManufacturerJson getManufacturer(@PathParam("manufacturerId") UUID id) {
        return whole(manufacturers.get(caller.get(), id));
    }

    private ManufacturerJson whole(Manufacturer manufacturer) {
        return ManufacturerJson.of(
                manufacturer, QuotaMembers.of(manufacturers.limits(caller.get(), manufacturer.id())));
    }

    @GET
    @Path("{manufacturerId}/quotas")
    @Operation(summary = "What the manufacturer uses of its quotas")
    public Listing<QuotaUseJson> listManufacturerQuotas(@PathParam("manufacturerId") UUID id) {
        return QuotaUseJson.list(manufacturers.quotas(caller.get(), id));
    }

    @PATCH
    @Path("{manufacturerId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a manufacturer; absent members stay as they are",
            description = "Its own managers change contact and enrollment. An administrator also changes the name,"
                    + " suspended and the quotas. A quota of null is the platform's limit, 2147483647 is no limit.")
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ManufacturerUpdate")))
    public ManufacturerJson changeManufacturer(@PathParam("manufacturerId") UUID id, InputStream body) {
        caller.get().requireManufacturer(id);
        return whole(manufacturers.change(caller.get(), id, ChangedManufacturer.read(body)));
    }

    @POST
    @Path("{manufacturerId}/suspend")
    @Operation(
            summary = "Suspend a manufacturer: the server refuses every proof of its devices; provisioned devices"
                    + " continue")
    public ManufacturerJson suspendManufacturer(@PathParam("manufacturerId") UUID id) {
        return ManufacturerJson.of(manufacturers.suspend(caller.get(), id));
    }

    @POST
    @Path("{manufacturerId}/resume")
    @Operation(summary = "End a suspension")
    public ManufacturerJson resumeManufacturer(@PathParam("manufacturerId") UUID id) {
        return ManufacturerJson.of(manufacturers.resume(caller.get(), id));
    }
}
