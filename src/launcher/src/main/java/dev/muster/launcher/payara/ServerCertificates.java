package dev.muster.launcher.payara;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** Makes certificates for the server that the bootstrap has prepared. */
@FunctionalInterface
public interface ServerCertificates {

    /**
     * Makes a key and a certificate for it, and replaces those in the server's key store. The running server reads the
     * store again.
     *
     * @throws IOException if the key store cannot be written; the server then keeps its present certificate
     */
    X509Certificate renew(Instant now) throws IOException, GeneralSecurityException;
}
