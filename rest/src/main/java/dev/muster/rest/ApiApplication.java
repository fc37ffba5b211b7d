package dev.muster.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.security.SecuritySchemes;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** Everything under {@code /api/v1}: the device endpoints and the management API. */
@ApplicationPath("v1")
@OpenAPIDefinition(
        servers = @Server(url = "/api"),
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
