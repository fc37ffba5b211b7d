package dev.muster.rest.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The port that asks for a client certificate. It is the devices' alone: whatever else the API has does not exist there.
 */
@ApplicationScoped
public class DeviceListener {

    private static final Pattern OPEN = Pattern.compile("/v1/(provision(/[^/]+(/nonce)?)?|telemetry|device)");

    @Inject
    @ConfigProperty(name = "muster.device-port")
    private OptionalInt port;

    /** Whether a request came to the devices' port for something that is not the devices'. */
    boolean hides(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return port.isPresent()
                && request.getLocalPort() == port.getAsInt()
                && !OPEN.matcher(path).matches();
    }
}
