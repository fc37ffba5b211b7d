package dev.muster.rest;

import dev.muster.rest.problem.Problem;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.security.SecuritySchemes;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** Everything under {@code /api/v1}: the device endpoints and the management API. */
@ApplicationPath("v1")
@OpenAPIDefinition(
        servers = @Server(url = "/api"),
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = "DeviceCreated",
                                    description = "The device is created",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(ref = "ProvisionedDevice"))),
                            @APIResponse(
                                    name = "DeviceProvisionedAgain",
                                    description = "The device has new credentials; the old credentials no longer work",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(ref = "ProvisionedDevice"))),
                            @APIResponse(
                                    name = "ApprovalPending",
                                    description =
                                            "The device keeps its credentials; a manager is asked whether it gets new ones",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(ref = "PendingApproval"))),
                            @APIResponse(
                                    name = "ChangeGoesOn",
                                    description =
                                            "There are many rows: the change goes on in the background. The status is VALIDATING until it ends, then DRAFT",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(ref = "DeviceImport"))),
                            @APIResponse(
                                    name = "MalformedRequest",
                                    description =
                                            "malformed-request: detail names the member or part, the place and the mistake",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"))),
                            @APIResponse(
                                    name = "DeviceNotImported",
                                    description = "device-not-imported",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"))),
                            @APIResponse(
                                    name = "LengthRequired",
                                    description = "length-required",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"))),
                            @APIResponse(
                                    name = "BodyTooLarge",
                                    description = "body-too-large",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"))),
                            @APIResponse(
                                    name = "UnsupportedMediaType",
                                    description = "unsupported-media-type",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"))),
                            @APIResponse(
                                    name = "InvalidProvisionRequest",
                                    description = "invalid-identifier, validation-failed",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"))),
                            @APIResponse(
                                    name = "TooManyRequests",
                                    description =
                                            "Too many requests from this address, or the server is overloaded; Retry-After says when to try again",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"))),
                            @APIResponse(
                                    name = "TooManyProofs",
                                    description =
                                            "Too many requests from this address, too many proofs by this certificate, or the server is overloaded; Retry-After says when to try again",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"))),
                            @APIResponse(
                                    name = "Unavailable",
                                    description =
                                            "The server cannot do this now and did nothing; Retry-After says when to try again",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"))),
                        }),
        info =
                @Info(
                        title = "Muster",
                        version = "v1",
                        description = "Bulk onboarding of IoT devices. Every error is application/problem+json"
                                + " (RFC 9457) with the members code, retryable and serverTime."))
@SecuritySchemes({
    @SecurityScheme(
            securitySchemeName = ApiApplication.BEARER,
            type = SecuritySchemeType.HTTP,
            scheme = "bearer",
            description = "An API token of a portal user"),
    @SecurityScheme(
            securitySchemeName = ApiApplication.PASSWORD,
            type = SecuritySchemeType.HTTP,
            scheme = "basic",
            description = "A portal user's name and password"),
    @SecurityScheme(
            securitySchemeName = ApiApplication.DEVICE,
            type = SecuritySchemeType.HTTP,
            scheme = "basic",
            description = "A device's access key and access token; at the device listener its certificate instead")
})
public class ApiApplication extends Application {

    public static final String BEARER = "bearer";
    public static final String PASSWORD = "password";
    public static final String DEVICE = "device";

    /** Jersey's own settings: no WADL beside the OpenAPI document, and Location headers as they are written. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.headers.location.relative.resolution.disabled", true);
    }
}
