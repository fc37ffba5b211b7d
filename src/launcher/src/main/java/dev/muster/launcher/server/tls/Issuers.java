package dev.muster.launcher.server.tls;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** Finds the issuer of a device's certificate, for a device that does not send it. */
public interface Issuers {

    /**
     * Returns a certificate that may be the issuer's; its signature is not checked. Empty if none is known.
     *
     * @throws CertificateRefusal if this cannot be found out now
     */
    Optional<X509Certificate> of(X509Certificate device) throws CertificateRefusal;
}
