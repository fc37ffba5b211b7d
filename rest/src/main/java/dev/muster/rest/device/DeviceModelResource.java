package dev.muster.rest.device;

import dev.muster.domain.device.DeviceModel;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.device.UnknownKeys;
import dev.muster.ejb.device.DeviceModelService;
import dev.muster.ejb.device.ModelImpact;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Created;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An organization's models: which telemetry its devices may send. */
@Path("organizations/{organizationId}/device-models")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Data models")
@SecurityRequirement(name = ApiApplication.BEARER)
public class DeviceModelResource {

    @Inject
    private DeviceModelService models;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a model")
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DeviceModelUpdate")))
    public Response createDeviceModel(InputStream body) {
        caller.get().requireOrganization(organizationId);
        DeviceModel made = models.create(caller.get(), organizationId, DeviceModelWish.create(body));
        return Created.at("organizations/" + organizationId + "/device-models/" + made.id(), DeviceModelJson.of(made));
    }

    @GET
    @Operation(summary = "List the models by name")
    public Listing<DeviceModelJson> listDeviceModels(
            @QueryParam("search") @Parameter(description = "A part of the name, ignoring case") String search,
            @BeanParam Paging paging) {
        return Listing.of(models.list(caller.get(), organizationId, search, paging.request()), DeviceModelJson::of);
    }

    @GET
    @Path("{modelId}")
    @Operation(summary = "One model")
    public DeviceModelJson getDeviceModel(@PathParam("modelId") UUID modelId) {
        return DeviceModelJson.of(models.get(caller.get(), organizationId, modelId));
    }

    @PATCH
    @Path("{modelId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a model for messages sent from now on. Absent members stay as they are; keys replaces all"
                    + " keys")
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DeviceModelUpdate")))
    public DeviceModelJson changeDeviceModel(@PathParam("modelId") UUID modelId, InputStream body) {
        models.get(caller.get(), organizationId, modelId);
        return DeviceModelJson.of(models.change(caller.get(), organizationId, modelId, DeviceModelWish.change(body)));
    }

    @GET
    @Path("{modelId}/impact")
    @Operation(summary = "What deleting a model would affect")
    public ModelImpactJson getDeviceModelImpact(@PathParam("modelId") UUID modelId) {
        return ModelImpactJson.of(models.impact(caller.get(), organizationId, modelId));
    }

    @DELETE
    @Path("{modelId}")
    @Operation(
            summary = "Delete a model; its devices continue without a model, its imports with the default models of"
                    + " their types")
    public void deleteDeviceModel(@PathParam("modelId") UUID modelId) {
        models.delete(caller.get(), organizationId, modelId);
    }

    /**
     * A model as its organization sees it.
     *
     * @param unknownKeys what happens to a message with another key
     * @param defaultFor new devices of these types get the model, unless their import chooses another
     */
    @Schema(name = "DeviceModel")
    @JsonbPropertyOrder({"id", "name", "keys", "unknownKeys", "defaultFor", "createdAt"})
    public record DeviceModelJson(
            UUID id,
            String name,
            List<KeyJson> keys,
            UnknownKeys unknownKeys,
            Set<DeviceType> defaultFor,
            Instant createdAt) {

        static DeviceModelJson of(DeviceModel model) {
            return new DeviceModelJson(
                    model.id(),
                    model.name(),
                    model.keys().stream().map(KeyJson::of).toList(),
                    model.unknownKeys(),
                    model.defaultFor(),
                    model.createdAt());
        }
    }

    /**
     * What deleting a model would affect.
     *
     * @param devices how many would continue without a model
     * @param imports how many would give their devices the default model of their type
     */
    @Schema(name = "DeviceModelImpact")
    @JsonbPropertyOrder({"devices", "imports"})
    public record ModelImpactJson(long devices, long imports) {

        static ModelImpactJson of(ModelImpact impact) {
            return new ModelImpactJson(impact.devices(), impact.imports());
        }
    }
}
