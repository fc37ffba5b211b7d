package dev.muster.rest.telemetry;

import dev.muster.domain.shared.json.OwnJson;
import dev.muster.ejb.telemetry.LatestValue;
import dev.muster.ejb.telemetry.TelemetryService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The last values of a device, even if the server has deleted older telemetry. */
@Path("organizations/{organizationId}/devices/{deviceId}/telemetry/latest")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class LatestResource {

    @Inject
    private TelemetryService telemetry;

    @Inject
    private ApiCaller caller;

    @GET
    @Operation(summary = "The last value of each key, by key")
    public LatestJson listLatestTelemetry(
            @PathParam("organizationId") UUID organizationId, @PathParam("deviceId") UUID deviceId) {
        return LatestJson.of(telemetry.latest(caller.get(), organizationId, deviceId));
    }

    /** The last value of each key. */
    @Schema(name = "LatestTelemetry")
    public record LatestJson(List<Value> items) {

        /** @param ts milliseconds since 1970, UTC */
        @Schema(name = "LatestValue")
        @JsonbPropertyOrder({"key", "ts", "value"})
        public record Value(String key, long ts, JsonValue value) {}

        static LatestJson of(List<LatestValue> values) {
            return new LatestJson(values.stream()
                    .map(latest -> new Value(latest.key(), latest.at().toEpochMilli(), OwnJson.read(latest.value())))
                    .toList());
        }
    }
}
