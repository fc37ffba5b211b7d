package dev.muster.launcher.server.tls;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** Finds who has issued a device's certificate, for a device that does not send it. */
public interface Issuers {

    /**
     * Returns a certificate that may be the issuer's; whether it has signed is not asked. Empty if none is known.
     *
     * @throws CertificateRefusal if it cannot be known now
     */
    Optional<X509Certificate> of(X509Certificate device) throws CertificateRefusal;
}
