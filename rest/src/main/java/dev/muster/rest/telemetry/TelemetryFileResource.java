package dev.muster.rest.telemetry;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.telemetry.TelemetryCsv;
import dev.muster.ejb.device.DeviceService;
import dev.muster.ejb.telemetry.TelemetryExportService;
import dev.muster.ejb.telemetry.TelemetryRange;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.QueryParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The values of a device, as a file. */
@Path("organizations/{organizationId}/devices/{deviceId}/telemetry.csv")
@RequestScoped
@Authenticated
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class TelemetryFileResource {

    @Inject
    private TelemetryExportService exports;

    @Inject
    private DeviceService devices;

    @Inject
    private ApiCaller caller;

    @GET
    @Operation(summary = "The values of a device as a file, oldest first: ts, time, key, value")
    public Response exportTelemetry(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("deviceId") UUID deviceId,
            @QueryParam("from") @Parameter(description = "First millisecond since 1970") String from,
            @QueryParam("to") @Parameter(description = "Last millisecond") String to,
            @QueryParam("key") @Parameter(description = "Return only this key") String key) {
        Caller manager = caller.get();
        devices.get(manager, organizationId, deviceId);
        TelemetryRange range = new TelemetryRange(
                QueryParameters.number("from", from, 0), QueryParameters.number("to", to, Long.MAX_VALUE), key);
        StreamingOutput file = target -> exports.write(manager, organizationId, deviceId, range, target);
        return Response.ok(file, TelemetryCsv.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"telemetry.csv\"")
                .build();
    }
}
