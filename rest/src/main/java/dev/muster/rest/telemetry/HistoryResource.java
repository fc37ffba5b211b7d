package dev.muster.rest.telemetry;

import dev.muster.domain.telemetry.TelemetryRecord;
import dev.muster.ejb.telemetry.TelemetryPage;
import dev.muster.ejb.telemetry.TelemetryPosition;
import dev.muster.ejb.telemetry.TelemetryService;
import dev.muster.ejb.telemetry.TelemetrySpan;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.QueryParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The messages of a device, for its organization. */
@Path("organizations/{organizationId}/devices/{deviceId}/telemetry")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class HistoryResource {

    private static final int DEFAULT_LIMIT = 100;

    @Inject
    private TelemetryService telemetry;

    @Inject
    private ApiCaller caller;

    @GET
    @Operation(summary = "The messages of a device, newest first; messages with the same time are separate items")
    public HistoryJson listTelemetry(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("deviceId") UUID deviceId,
            @QueryParam("from") @Parameter(description = "First millisecond since 1970") String from,
            @QueryParam("to") @Parameter(description = "Last millisecond") String to,
            @QueryParam("key") @Parameter(description = "Return only this key") String key,
            @QueryParam("limit") @Parameter(description = "Maximum number of messages, 1 to 1000; default: 100")
                    String limit,
            @QueryParam("before") @Parameter(description = "The member next of the previous page") String before) {
        TelemetrySpan span = new TelemetrySpan(
                QueryParameters.number("from", from, 0),
                QueryParameters.number("to", to, Long.MAX_VALUE),
                key,
                QueryParameters.integer("limit", limit, DEFAULT_LIMIT),
                before == null ? null : TelemetryPosition.parse(before));
        return HistoryJson.of(telemetry.history(caller.get(), organizationId, deviceId, span));
    }

    /**
     * Messages, newest first.
     *
     * @param next send this value as {@code before} to get older messages; null, and absent in the answer, if there are
     *     none
     */
    @Schema(name = "TelemetryPage")
    @JsonbPropertyOrder({"items", "next"})
    public record HistoryJson(
            List<MessageJson> items,

            @Schema(
                    description =
                            "Send this value as the parameter before to get older messages; absent if there are no"
                                    + " older messages")
            String next) {

        static HistoryJson of(TelemetryPage page) {
            return new HistoryJson(
                    page.messages().stream().map(MessageJson::of).toList(),
                    page.last().map(TelemetryPosition::toString).orElse(null));
        }
    }

    /**
     * One message.
     *
     * @param ts milliseconds since 1970, UTC
     * @param data numbers, texts and booleans by key
     */
    @Schema(name = "TelemetryMessage")
    @JsonbPropertyOrder({"ts", "data"})
    public record MessageJson(long ts, Map<String, JsonValue> data) {

        static MessageJson of(TelemetryRecord message) {
            return new MessageJson(message.ts(), message.data());
        }
    }
}
