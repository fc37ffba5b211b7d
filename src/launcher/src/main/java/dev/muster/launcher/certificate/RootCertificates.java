package dev.muster.launcher.certificate;

import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.launcher.payara.ServerCertificates;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * Certificates of the server root. Each is for a new key, so a private key is never used longer than its certificate.
 * The key of the server root stays in this process, like the master key.
 */
public final class RootCertificates implements ServerCertificates {

    private final TlsStores stores;
    private final RootAuthority root;
    private final ServerIdentity identity;
    private final SecureRandom random;

    public RootCertificates(TlsStores stores, RootAuthority root, ServerIdentity identity, SecureRandom random) {
        this.stores = stores;
        this.root = root;
        this.identity = identity;
        this.random = random;
    }

    @Override
    public X509Certificate renew(Instant now) throws IOException, GeneralSecurityException {
        KeyPair keys = KeyAlgorithm.EC_P256.generate(random);
        CertificateSubject subject = CertificateSubject.of("Muster", "Muster Server");
        X509Certificate certificate = new CertificateIssuer(root.certificate(), root.privateKey())
                .server(subject, identity.names(), keys.getPublic(), identity.days(), now, random);
        stores.writeServer(keys.getPrivate(), List.of(certificate, root.certificate()), List.of(root.certificate()));
        return certificate;
    }
}
