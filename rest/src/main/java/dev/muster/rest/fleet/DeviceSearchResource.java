package dev.muster.rest.fleet;

import dev.muster.ejb.fleet.DeviceSearchService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.device.DeviceJson;
import dev.muster.rest.device.DeviceShape;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.security.CurrentCaller;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An organization's devices, by what is known of them and of their enrollment. */
@Path("organizations/{organizationId}/devices")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class DeviceSearchResource {

    @Inject
    private DeviceSearchService devices;

    @Inject
    private CurrentCaller caller;

    @Inject
    private DeviceShape shape;

    @GET
    @Operation(summary = "Find devices, newest first", description = DeviceQuery.DESCRIPTION)
    public Listing<DeviceJson> list(
            @PathParam("organizationId") UUID organizationId, @BeanParam DeviceQuery query, @BeanParam Paging paging) {
        return Listing.of(
                devices.find(caller.get(), organizationId, query.filter(), paging.request()), shape.in(organizationId));
    }
}
