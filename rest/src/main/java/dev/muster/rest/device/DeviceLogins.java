package dev.muster.rest.device;

import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.rest.security.PeerCertificates;
import dev.muster.rest.security.TrustedProxies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;

/** What a device authenticates with: HTTP Basic, or, where it sends none, the certificate that it has shown in TLS. */
@ApplicationScoped
public class DeviceLogins {

    @Inject
    private PeerCertificates certificates;

    @Inject
    private TrustedProxies proxies;

    /** @throws ProblemException {@code unauthenticated} where there is neither, or Basic is garbled */
    public DeviceLogin of(HttpServletRequest request) {
        DeviceLogin.Certificate shown = certificate(request);
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null || shown.chain().isEmpty() ? DeviceCredentials.read(authorization) : shown;
    }

    /** The certificate alone; with an empty chain where none was shown. */
    public DeviceLogin.Certificate certificate(HttpServletRequest request) {
        return new DeviceLogin.Certificate(certificates.of(request), proxies.clientOf(request));
    }
}
