package dev.muster.rest.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;

/**
 * The certificates that a client has shown in TLS: to the device listener, or to a trusted proxy that passes them on.
 */
@ApplicationScoped
public class PeerCertificates {

    /** Jakarta Servlet 6.0, section 3.9. */
    private static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";

    @Inject
    private TrustedProxies proxies;

    @Inject
    private DeviceListener devices;

    /**
     * The chain in DER, the client's own certificate first; from the device listener only that certificate.
     *
     * @return empty if the client has shown no certificate, or if the proxy's header is not readable
     */
    public List<byte[]> of(HttpServletRequest request) {
        List<String> told = Collections.list(request.getHeaders(CertificateHeader.CERTIFICATE));
        if (!told.isEmpty() && proxies.sent(request)) {
            return CertificateHeader.read(told, Collections.list(request.getHeaders(CertificateHeader.CHAIN)));
        }
        return devices.asksForCertificate(request) ? shown(request) : List.of();
    }

    /**
     * The client's own certificate only: the handshake has completed its path, whatever the client sent besides and in
     * whatever order (RFC 8446 section 4.4.2), and the database has its issuer.
     */
    private static List<byte[]> shown(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof X509Certificate[] shown && shown.length > 0
                ? List.of(encoded(shown[0]))
                : List.of();
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that came in DER has a DER", e);
        }
    }
}
