package dev.muster.rest.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The port that asks for a client certificate. It is only for devices: the other calls of the API do not exist there.
 */
@ApplicationScoped
public class DeviceListener {

    private static final Pattern OPEN = Pattern.compile("/v1/(provision(/[^/]+(/nonce)?)?|telemetry|device)");

    @Inject
    @ConfigProperty(name = "muster.device-port")
    private OptionalInt port;

    /** Whether a request came to the devices' port for a call that is not for devices. */
    boolean hides(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return port.isPresent()
                && cameTo(port.getAsInt(), request)
                && !OPEN.matcher(path).matches();
    }

    /**
     * Whether a client may have shown a certificate. At another port, asking the server for the certificate costs an
     * exception each time.
     *
     * @return also true if the devices' port is not known
     */
    boolean asksForCertificate(HttpServletRequest request) {
        return port.isEmpty() || cameTo(port.getAsInt(), request);
    }

    private static boolean cameTo(int port, HttpServletRequest request) {
        return request.getLocalPort() == port;
    }
}
