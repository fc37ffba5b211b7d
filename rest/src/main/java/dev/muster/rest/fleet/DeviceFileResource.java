package dev.muster.rest.fleet;

import dev.muster.domain.device.DeviceCsv;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.shared.Caller;
import dev.muster.ejb.fleet.DeviceSearchService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An organization's devices, as a file. */
@Path("organizations/{organizationId}/devices.csv")
@RequestScoped
@Authenticated
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class DeviceFileResource {

    @Inject
    private DeviceSearchService devices;

    @Inject
    private ApiCaller caller;

    @GET
    @Operation(summary = "Find devices and return them as a file, newest first", description = DeviceQuery.DESCRIPTION)
    public Response exportDevices(@PathParam("organizationId") UUID organizationId, @BeanParam DeviceQuery query) {
        Caller manager = caller.get();
        manager.requireOrganizationReader(organizationId);
        DeviceFilter filter = query.filter();
        StreamingOutput file = target -> devices.write(manager, organizationId, filter, target);
        return Response.ok(file, DeviceCsv.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"devices.csv\"")
                .build();
    }
}
