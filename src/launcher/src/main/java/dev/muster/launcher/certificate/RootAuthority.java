package dev.muster.launcher.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A root of the platform with its private key. The key of the device root is in memory during the bootstrap only, the
 * key of the server root as long as the server runs.
 */
public record RootAuthority(X509Certificate certificate, PrivateKey privateKey) {

    @Override
    public String toString() {
        return "RootAuthority[" + certificate.getSubjectX500Principal() + "]";
    }
}
