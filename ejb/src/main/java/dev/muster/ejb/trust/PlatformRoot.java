package dev.muster.ejb.trust;

import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.key.Der;
import dev.muster.domain.trust.path.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.cert.X509Certificate;

/**
 * The device root, as the bootstrap step left it in the database: it signs the certificates of manufacturers and the
 * authorities of organizations. Its private key is decrypted for one certificate and forgotten.
 */
@ApplicationScoped
public class PlatformRoot {

    @Inject
    private IssuerRepository issuers;

    @Inject
    private IssuerKeys keys;

    /** Its certificate, DER. */
    public byte[] encoded() {
        return issuer().certificate();
    }

    public X509Certificate certificate() {
        return Der.certificate(issuer().certificate());
    }

    /** What issues certificates, for the length of one use case. */
    CertificateIssuer open() {
        return keys.open(issuer());
    }

    /** Where the root's revocations are published. */
    URI crlAddress() {
        return keys.crlAddress(issuer().id());
    }

    private Issuer issuer() {
        return issuers.root(Issuer.DEVICE_ROOT);
    }
}
