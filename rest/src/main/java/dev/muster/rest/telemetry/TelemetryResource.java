package dev.muster.rest.telemetry;

import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.telemetry.intake.AcceptedTelemetry;
import dev.muster.ejb.telemetry.intake.TelemetryIntake;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.device.DeviceLogins;
import dev.muster.rest.problem.Problem;
import dev.muster.rest.security.DeviceLimited;
import dev.muster.rest.shared.BoundedBody;
import dev.muster.rest.shared.LaterAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Receives the messages of devices. */
@Path("telemetry")
@ApplicationScoped
@DeviceLimited
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "For devices")
@SecurityRequirement(name = ApiApplication.DEVICE)
public class TelemetryResource {

    /** 1 MiB (protocol.md, Devices afterwards). */
    private static final int MAX_BYTES = 1 << 20;

    @Inject
    private TelemetryIntake intake;

    @Inject
    private DeviceLogins logins;

    @Inject
    private LaterAnswers answers;

    /** Injected by CDI, because JAX-RS looks for the service at each call. */
    @Inject
    private HttpServletRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Report one message or an array of up to 1,000; the server keeps all messages or none")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "TelemetryReport")))
    @APIResponse(
            responseCode = "202",
            description = "accepted counts the messages that are in the database. ignored counts the messages that"
                    + " differ from a value kept earlier for the same device, ts and key",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AcceptedTelemetry")))
    @APIResponse(responseCode = "400", ref = "MalformedRequest")
    @APIResponse(
            responseCode = "401",
            description = "unauthenticated",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "403",
            description = "device-invalidated, credentials-suspended; if the message makes the device join:"
                    + " certificate-revoked, certificate-expired, manufacturer-suspended, organization-suspended, budget-exhausted,"
                    + " proof-form-disabled",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "404",
            description = "device-not-imported, if the message makes the device join",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(responseCode = "413", ref = "BodyTooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(
            responseCode = "422",
            description = "invalid-telemetry, with errors; invalid-identifier, if the message makes the device join",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(responseCode = "429", ref = "TooManyRequests")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public void reportTelemetry(InputStream body, @Suspended AsyncResponse answer) throws MalformedRequestException {
        DeviceLogin login = logins.of(request);
        byte[] bytes = BoundedBody.read(body, MAX_BYTES);
        answers.give(answer, intake.take(login, bytes).thenApply(AcceptedJson::answer));
    }

    /**
     * What a device sends, for the OpenAPI document; the domain reads it.
     *
     * @param ts milliseconds since 1970, UTC; may be absent: then it is the time of receipt
     * @param data numbers, texts and booleans by key
     * @param device the identifier of a peripheral behind a gateway; absent for the sender itself
     */
    @Schema(name = "TelemetryReport", description = "One message; you can also send an array of up to 1,000 messages")
    record ReportJson(
            @Schema(description = "Milliseconds since 1970, UTC; if absent, the time of receipt")
            Long ts,

            @Schema(required = true, description = "Numbers, texts and booleans by key")
            Map<String, JsonValue> data,

            @Schema(description = "The uniqueIdentifier of a peripheral, if its gateway sends the message")
            String device) {}

    /**
     * How many messages the server has accepted.
     *
     * @param accepted how many messages are in the database
     * @param ignored how many are not; null, and absent in the answer, if there are none
     */
    @Schema(name = "AcceptedTelemetry")
    @JsonbPropertyOrder({"accepted", "ignored"})
    public record AcceptedJson(
            @Schema(required = true, description = "How many messages are in the database")
            int accepted,

            @Schema(
                    description = "How many messages differ from a value kept earlier for the same device, ts and key;"
                            + " absent if there are none")
            Integer ignored) {

        static Response answer(AcceptedTelemetry telemetry) {
            Integer ignored = telemetry.ignored() == 0 ? null : telemetry.ignored();
            return Response.accepted(new AcceptedJson(telemetry.accepted(), ignored))
                    .build();
        }
    }
}
