package dev.muster.rest.fleet;

import dev.muster.domain.device.Device;
import dev.muster.ejb.device.DeviceModelService;
import dev.muster.ejb.device.DeviceService;
import dev.muster.ejb.fleet.CredentialService;
import dev.muster.ejb.fleet.DeviceSearchService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.device.ChosenModel;
import dev.muster.rest.device.DeviceJson;
import dev.muster.rest.device.DeviceShape;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** An organization's devices. */
@Path("organizations/{organizationId}/devices")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class DeviceResource {

    @Inject
    private DeviceService devices;

    @Inject
    private DeviceSearchService search;

    @Inject
    private CredentialService credentials;

    @Inject
    private DeviceModelService models;

    @Inject
    private ApiCaller caller;

    @Inject
    private DeviceShape shape;

    @PathParam("organizationId")
    private UUID organizationId;

    @GET
    @Operation(summary = "Find devices, newest first", description = DeviceQuery.OF_LIST)
    public Listing<DeviceJson> listDevices(
            @BeanParam DeviceQuery query, @BeanParam DeviceSorting sorting, @BeanParam Paging paging) {
        return Listing.of(
                search.find(caller.get(), organizationId, query.filter(), sorting.order(), paging.request()),
                shape.in(organizationId));
    }

    @GET
    @Path("{deviceId}")
    @Operation(summary = "One device, and whether it is connected by MQTT")
    public DeviceJson getDevice(@PathParam("deviceId") UUID deviceId) {
        Device device = devices.get(caller.get(), organizationId, deviceId);
        return shape(device)
                .with(devices.session(caller.get(), organizationId, deviceId).orElse(null));
    }

    @PUT
    @Path("{deviceId}/model")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give a device another model, or take its model away")
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DeviceModelChoice")))
    public DeviceJson chooseDeviceModel(@PathParam("deviceId") UUID deviceId, InputStream body) {
        devices.get(caller.get(), organizationId, deviceId);
        UUID model = ChosenModel.read(body).model();
        return shape(models.assign(caller.get(), organizationId, deviceId, model));
    }

    @DELETE
    @Path("{deviceId}")
    @Operation(summary = "Delete a device with its telemetry; its enrollment stays, so a new proof creates it again")
    public void deleteDevice(@PathParam("deviceId") UUID deviceId) {
        devices.delete(caller.get(), organizationId, deviceId);
    }

    @POST
    @Path("{deviceId}/suspend")
    @Operation(summary = "Suspend the device's current and future credentials until they are resumed")
    public DeviceJson suspendDevice(@PathParam("deviceId") UUID deviceId) {
        return shape(credentials.suspend(caller.get(), organizationId, deviceId));
    }

    @POST
    @Path("{deviceId}/resume")
    @Operation(summary = "End the suspension of the device's credentials")
    public DeviceJson resumeDevice(@PathParam("deviceId") UUID deviceId) {
        return shape(credentials.resume(caller.get(), organizationId, deviceId));
    }

    private DeviceJson shape(Device device) {
        return shape.in(organizationId).apply(device);
    }
}
