package dev.muster.launcher.bootstrap;

import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.domain.trust.path.Issuer;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * The two roots of a platform. If one root had both tasks, every manufacturer could pose as the server: its DEVICE_CA
 * could sign a server certificate that clients accept.
 */
enum RootKind {
    /** Signs the certificates of manufacturers and the authorities of organizations. The device listener trusts it. */
    DEVICE(Issuer.DEVICE_ROOT, "Muster Platform Root", CertificateIssuer::platformRoot),
    /** Signs the certificates of the servers of this platform. Clients trust it. */
    SERVER(Issuer.SERVER_ROOT, "Muster Server Root", CertificateIssuer::serverRoot);

    private final String owner;
    private final CertificateSubject subject;
    private final Making making;

    RootKind(String owner, String commonName, Making making) {
        this.owner = owner;
        this.subject = CertificateSubject.of("Muster", commonName);
        this.making = making;
    }

    /** The owner of the root in the table {@code issuer}. */
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
