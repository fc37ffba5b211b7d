package dev.muster.launcher.bootstrap;

import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.domain.trust.path.Issuer;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * The two roots of a platform. With one for both, every manufacturer could pose as the server: its DEVICE_CA would sign a
 * server certificate that clients accept.
 */
enum RootKind {
    /** Signs manufacturers' certificates and organizations' authorities; the trust of the device listener. */
    DEVICE(Issuer.DEVICE_ROOT, "Muster Platform Root", CertificateIssuer::platformRoot),
    /** Signs the certificates of this platform's servers; the trust of clients. */
    SERVER(Issuer.SERVER_ROOT, "Muster Server Root", CertificateIssuer::serverRoot);

    private final String owner;
    private final CertificateSubject subject;
    private final Making making;

    RootKind(String owner, String commonName, Making making) {
        this.owner = owner;
        this.subject = CertificateSubject.of("Muster", commonName);
        this.making = making;
    }

    /** In the table {@code issuer}. */
    String owner() {
        return owner;
    }

    X509Certificate selfSigned(KeyPair keys, Instant now, SecureRandom random) {
        return making.selfSigned(subject, keys, now, random);
    }

    private interface Making {
        X509Certificate selfSigned(CertificateSubject subject, KeyPair keys, Instant now, SecureRandom random);
    }
}
