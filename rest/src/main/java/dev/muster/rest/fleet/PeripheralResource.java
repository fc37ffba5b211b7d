package dev.muster.rest.fleet;

import dev.muster.ejb.fleet.EnrolledDevice;
import dev.muster.ejb.fleet.GatewayService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The peripherals behind a gateway. */
@Path("organizations/{organizationId}/devices/{deviceId}/peripherals")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class PeripheralResource {

    @Inject
    private GatewayService gateways;

    @Inject
    private ApiCaller caller;

    @GET
    @Operation(
            summary = "The peripherals that were imported with this gateway, including those that have not joined",
            description = "Empty if the device is not a gateway")
    public Listing<PeripheralJson> listPeripherals(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("deviceId") UUID deviceId,
            @QueryParam("search") @Parameter(description = "A part of the identifier or the name, ignoring case")
                    String search,
            @BeanParam Paging paging) {
        return Listing.of(
                gateways.peripherals(caller.get(), organizationId, deviceId, search, paging.request()),
                PeripheralJson::of);
    }

    /**
     * An imported identifier and its device.
     *
     * @param deviceId absent if the device has not joined
     */
    @Schema(name = "Peripheral")
    @JsonbPropertyOrder({"enrollmentId", "uniqueIdentifier", "deviceName", "deviceId"})
    public record PeripheralJson(long enrollmentId, String uniqueIdentifier, String deviceName, UUID deviceId) {

        static PeripheralJson of(EnrolledDevice enrolled) {
            return new PeripheralJson(
                    enrolled.enrollmentId(), enrolled.uniqueIdentifier(), enrolled.deviceName(), enrolled.deviceId());
        }
    }
}
