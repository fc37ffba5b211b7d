package dev.muster.launcher.bootstrap;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A root of the platform with its private key. The device root's is in memory for the length of the bootstrap, the server
 * root's as long as the server runs.
 */
record RootAuthority(X509Certificate certificate, PrivateKey privateKey) {

    @Override
    public String toString() {
        return "RootAuthority[" + certificate.getSubjectX500Principal() + "]";
    }
}
