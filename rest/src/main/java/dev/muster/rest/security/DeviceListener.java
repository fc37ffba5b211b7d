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
                && cameTo(port.getAsInt(), request)
                && !OPEN.matcher(path).matches();
    }

    /**
     * Whether a client may have shown a certificate. To ask the server for one where none was asked for costs an exception,
     * each time.
     *
     * @return also true where no port is known to be the devices'
     */
    boolean asksForCertificate(HttpServletRequest request) {
        return port.isEmpty() || cameTo(port.getAsInt(), request);
    }

    private static boolean cameTo(int port, HttpServletRequest request) {
        return request.getLocalPort() == port;
    }
}
