package dev.muster.rest.device;

import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.rest.security.PeerCertificates;
import dev.muster.rest.security.TrustedProxies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Reads what a device authenticates with: HTTP Basic, or, if it sends no HTTP Basic, the certificate that it has shown
 * in TLS.
 */
@ApplicationScoped
public class DeviceLogins {

    @Inject
    private PeerCertificates certificates;

    @Inject
    private TrustedProxies proxies;

    /** @throws ProblemException {@code unauthenticated} if there is neither, or if HTTP Basic is not readable */
    public DeviceLogin of(HttpServletRequest request) {
        DeviceLogin.Certificate shown = certificate(request);
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null || shown.chain().isEmpty() ? DeviceCredentials.read(authorization) : shown;
    }

    /** Only the certificate; its chain is empty if the device has shown no certificate. */
    public DeviceLogin.Certificate certificate(HttpServletRequest request) {
        return new DeviceLogin.Certificate(certificates.of(request), proxies.clientOf(request));
    }
}
