package dev.muster.launcher.bootstrap;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** The platform's root with its private key, in memory for the length of the bootstrap. */
record RootAuthority(X509Certificate certificate, PrivateKey privateKey) {

    @Override
    public String toString() {
        return "RootAuthority[" + certificate.getSubjectX500Principal() + "]";
    }
}
