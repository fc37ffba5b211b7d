package dev.muster.web.security;

import dev.muster.ejb.mail.MailConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The settings of the portal. */
@Named
@ApplicationScoped
public class PortalSettings {

    private final Config config = ConfigProvider.getConfig();

    @Inject
    private MailConfiguration mail;

    /** Whether this is the demonstration run. Only the demonstration run answers without TLS, on this machine. */
    public boolean isDemo() {
        return config.getOptionalValue("muster.demo", Boolean.class).orElse(false);
    }

    /** Whether Muster sends mails. */
    public boolean isMailOn() {
        return mail.isOn();
    }

    /** Whether the request came without TLS and may not. */
    boolean refusesTransport(HttpServletRequest request) {
        return !request.isSecure() && !isDemo();
    }

    /** Whether the request came to the port for devices, which asks for a client certificate. */
    boolean isForDevices(HttpServletRequest request) {
        return config.getOptionalValue("muster.device-port", Integer.class)
                .filter(port -> port == request.getLocalPort())
                .isPresent();
    }

    /** The address of the same page with https. */
    String secureAddress(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return publicAddress()
                .resolve(ReturnPath.safe(request.getRequestURI() + query))
                .toString();
    }

    /** Whether an origin (RFC 6454 section 6.2) is that of the public address of the portal. */
    boolean isPublicOrigin(String origin) {
        URI address = publicAddress();
        return origin.equals(address.getScheme() + "://" + address.getAuthority());
    }

    private URI publicAddress() {
        return URI.create(config.getOptionalValue("muster.public-url", String.class)
                .orElseGet(() -> "https://localhost:" + httpsPort()));
    }

    private int httpsPort() {
        return config.getOptionalValue("muster.https-port", Integer.class).orElse(8181);
    }
}
