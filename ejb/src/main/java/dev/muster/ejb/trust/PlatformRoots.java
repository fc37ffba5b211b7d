package dev.muster.ejb.trust;

import dev.muster.domain.trust.file.Pem;
import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.key.Der;
import dev.muster.domain.trust.path.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.cert.X509Certificate;

/**
 * The two roots, as the bootstrap step left them in the database. The device root signs the certificates of
 * manufacturers and the authorities of organizations; its private key is decrypted for one certificate and forgotten.
 * The server root is what clients trust for this server; the application only gives out its certificate, and only the
 * launcher uses its key.
 */
@ApplicationScoped
public class PlatformRoots {

    @Inject
    private IssuerRepository issuers;

    @Inject
    private IssuerKeys keys;

    /** The device root's certificate, DER. */
    public byte[] encodedDeviceRoot() {
        return deviceRoot().certificate();
    }

    /** The device root's certificate, PEM. */
    String devicePem() {
        return Pem.encode(deviceCertificate());
    }

    X509Certificate deviceCertificate() {
        return Der.certificate(encodedDeviceRoot());
    }

    /** Opens the device root to issue certificates, for the length of one use case. */
    CertificateIssuer openDeviceRoot() {
        return keys.open(deviceRoot());
    }

    /** The address that publishes the device root's revocations. */
    URI crlAddress() {
        return keys.crlAddress(deviceRoot().id());
    }

    /** The server root's certificate, PEM. */
    String serverPem() {
        return Pem.encode(Der.certificate(issuers.root(Issuer.SERVER_ROOT).certificate()));
    }

    private Issuer deviceRoot() {
        return issuers.root(Issuer.DEVICE_ROOT);
    }
}
