package dev.muster.launcher.payara;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** Makes certificates for the server that the bootstrap has prepared. */
@FunctionalInterface
public interface ServerCertificates {

    /**
     * Makes a key and a certificate for it, and puts both into the server's key store, in place of those before. The running
     * server reads the store again.
     *
     * @throws IOException if the key store cannot be written; the server goes on with the certificate that it has
     */
    X509Certificate renew(Instant now) throws IOException, GeneralSecurityException;
}
