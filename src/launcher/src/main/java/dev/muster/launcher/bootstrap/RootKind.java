package dev.muster.launcher.bootstrap;

import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.CertificateProfile;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.domain.trust.path.Issuer;
import dev.muster.launcher.certificate.RootAuthority;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * The two roots of a platform. If one root had both tasks, every manufacturer could pose as the server: its DEVICE_CA
 * could sign a server certificate that clients accept.
 */
public enum RootKind {
    /** Signs the certificates of manufacturers and the authorities of organizations. The device listener trusts it. */
    DEVICE(
            Issuer.DEVICE_ROOT,
            "Muster Platform Root",
            CertificateProfile.PLATFORM_ROOT,
            CertificateIssuer::platformRoot,
            CertificateIssuer::nextPlatformRoot),
    /** Signs the certificates of the servers of this platform. Clients trust it. */
    SERVER(
            Issuer.SERVER_ROOT,
            "Muster Server Root",
            CertificateProfile.SERVER_ROOT,
            CertificateIssuer::serverRoot,
            CertificateIssuer::nextServerRoot);

    private final String owner;
    private final CertificateSubject subject;
    private final CertificateProfile profile;
    private final Making making;
    private final Making makingNext;

    RootKind(String owner, String commonName, CertificateProfile profile, Making making, Making makingNext) {
        this.profile = profile;
        this.makingNext = makingNext;
        this.owner = owner;
        this.subject = CertificateSubject.of("Muster", commonName);
        this.making = making;
    }

    /** The owner of the root in the table {@code issuer}. */
    public String owner() {
        return owner;
    }

    X509Certificate selfSigned(KeyPair keys, Instant now, SecureRandom random) {
        return making.selfSigned(subject, keys, now, random);
    }

    /** A root that takes the place of another. */
    public X509Certificate successor(KeyPair keys, Instant now, SecureRandom random) {
        return makingNext.selfSigned(subject, keys, now, random);
    }

    /** A certificate for the key of another root of this kind. */
    public X509Certificate crossCertificate(RootAuthority by, X509Certificate other, Instant now, SecureRandom random) {
        return new CertificateIssuer(by.certificate(), by.privateKey()).crossCertificate(profile, other, now, random);
    }

    private interface Making {
        X509Certificate selfSigned(CertificateSubject subject, KeyPair keys, Instant now, SecureRandom random);
    }
}
