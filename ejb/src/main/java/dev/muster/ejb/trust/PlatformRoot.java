package dev.muster.ejb.trust;

import dev.muster.domain.trust.CertificateIssuer;
import dev.muster.domain.trust.Der;
import dev.muster.domain.trust.Issuer;
import dev.muster.domain.trust.KeyEncryption;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The platform's root, as the bootstrap step left it in the database. Its private key is decrypted for one certificate
 * and forgotten.
 */
@ApplicationScoped
public class PlatformRoot {

    @Inject
    private Store store;

    @Inject
    @ConfigProperty(name = "muster.master-key")
    private String masterKey;

    @Inject
    @ConfigProperty(name = "muster.public-url")
    private URI publicUrl;

    public X509Certificate certificate() {
        return Der.certificate(issuer().certificate());
    }

    /** What issues certificates, for the length of one use case. */
    CertificateIssuer open() {
        Issuer issuer = issuer();
        KeyEncryption encryption = KeyEncryption.withMasterKey(masterKey);
        return new CertificateIssuer(
                Der.certificate(issuer.certificate()),
                encryption.decrypt(issuer.encryptedKey(), Issuer.associatedData(issuer.id())));
    }

    /** Where the root's revocations are published. */
    URI crlAddress() {
        return URI.create(publicUrl.toString().replaceAll("/+$", "") + "/api/v1/pki/crl/" + issuer().id());
    }

    private Issuer issuer() {
        return store.first(Issuer.class, "select i from Issuer i where i.owner = :owner", Map.of("owner", Issuer.ROOT))
                .orElseThrow(() -> new IllegalStateException("The bootstrap step has made no platform root"));
    }
}
