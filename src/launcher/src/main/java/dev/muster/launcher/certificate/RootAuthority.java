package dev.muster.launcher.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A root of the platform with its private key. The key of the device root is in memory during the bootstrap only, the
 * key of the server root as long as the server runs.
 *
 * @param cross a certificate for its key by the other trusted root of its kind; empty if there is no other
 */
public record RootAuthority(X509Certificate certificate, PrivateKey privateKey, Optional<X509Certificate> cross) {

    @Override
    public String toString() {
        return "RootAuthority[" + certificate.getSubjectX500Principal() + "]";
    }
}
