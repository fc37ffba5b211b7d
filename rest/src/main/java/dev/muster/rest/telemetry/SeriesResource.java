package dev.muster.rest.telemetry;

import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.telemetry.SeriesBucket;
import dev.muster.ejb.telemetry.SeriesSpan;
import dev.muster.ejb.telemetry.TelemetryService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.QueryParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The numbers of a device, reduced to the points of a chart. */
@Path("organizations/{organizationId}/devices/{deviceId}/telemetry/series")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class SeriesResource {

    private static final int DEFAULT_POINTS = 100;

    private static final long DAY = Duration.ofDays(1).toMillis();

    @Inject
    private TelemetryService telemetry;

    @Inject
    private ApiCaller caller;

    @Inject
    private Clock clock;

    @GET
    @Operation(
            summary =
                    "The numbers of one key by interval of time: minimum, maximum, average and count of each interval")
    public SeriesJson getTelemetrySeries(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("deviceId") UUID deviceId,
            @QueryParam("key") @Parameter(required = true, description = "The key of the numbers") String key,
            @QueryParam("from") @Parameter(description = "First millisecond since 1970; default: one day before to")
                    String from,
            @QueryParam("to") @Parameter(description = "Last millisecond since 1970; default: now") String to,
            @QueryParam("points") @Parameter(description = "Maximum number of intervals, 1 to 1000; default: 100")
                    String points) {
        caller.get().requireOrganizationReader(organizationId);
        if (key == null) {
            throw ProblemException.invalid("The query parameter key is missing.");
        }
        long last = QueryParameters.number("to", to, clock.instant().toEpochMilli());
        SeriesSpan span = new SeriesSpan(
                key,
                QueryParameters.number("from", from, Math.max(0, last - DAY)),
                last,
                QueryParameters.integer("points", points, DEFAULT_POINTS));
        return SeriesJson.of(span, telemetry.series(caller.get(), organizationId, deviceId, span));
    }

    /**
     * The numbers of one key by interval.
     *
     * @param from first millisecond
     * @param to last millisecond
     * @param width milliseconds of each interval
     * @param items oldest first, without the intervals that have no numbers
     */
    @Schema(name = "TelemetrySeries")
    @JsonbPropertyOrder({"key", "from", "to", "width", "items"})
    public record SeriesJson(String key, long from, long to, long width, List<PointJson> items) {

        static SeriesJson of(SeriesSpan span, List<SeriesBucket> buckets) {
            return new SeriesJson(
                    span.key(),
                    span.from(),
                    span.to(),
                    span.width(),
                    buckets.stream().map(PointJson::of).toList());
        }
    }

    /**
     * The numbers of one interval.
     *
     * @param ts the beginning of the interval, milliseconds since 1970
     * @param count how many numbers the interval has
     */
    @Schema(name = "SeriesInterval")
    @JsonbPropertyOrder({"ts", "min", "max", "average", "count"})
    public record PointJson(long ts, double min, double max, double average, long count) {

        static PointJson of(SeriesBucket bucket) {
            return new PointJson(bucket.ts(), bucket.min(), bucket.max(), bucket.average(), bucket.count());
        }
    }
}
