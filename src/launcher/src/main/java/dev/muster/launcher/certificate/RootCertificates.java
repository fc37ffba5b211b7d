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
 * The key of the server root stays in this process, like the master key. While the root is being replaced, the server
 * also shows the certificate of its root by the successor, for clients that trust only that.
 */
public final class RootCertificates implements ServerCertificates {

    private final TlsStores stores;
    private final RootAuthority root;
    private final List<X509Certificate> trusted;
    private final ServerIdentity identity;
    private final SecureRandom random;

    /** @param trusted the roots for clients: the one that signs, and its successor if there is one */
    public RootCertificates(
            TlsStores stores,
            RootAuthority root,
            List<X509Certificate> trusted,
            ServerIdentity identity,
            SecureRandom random) {
        this.stores = stores;
        this.trusted = List.copyOf(trusted);
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
        stores.writeServer(keys.getPrivate(), List.of(certificate, root.cross().orElse(root.certificate())), trusted);
        return certificate;
    }
}
