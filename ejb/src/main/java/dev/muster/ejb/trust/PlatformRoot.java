package dev.muster.ejb.trust;

import dev.muster.domain.trust.CertificateIssuer;
import dev.muster.domain.trust.Der;
import dev.muster.domain.trust.Issuer;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The platform's root, as the bootstrap step left it in the database. Its private key is decrypted for one certificate
 * and forgotten.
 */
@ApplicationScoped
public class PlatformRoot {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "::1");

    @Inject
    private Store store;

    @Inject
    private IssuerKeys keys;

    @Inject
    @ConfigProperty(name = "muster.public-url")
    private URI publicUrl;

    /** Its certificate, DER. */
    public byte[] encoded() {
        return issuer().certificate();
    }

    public X509Certificate certificate() {
        return Der.certificate(issuer().certificate());
    }

    /** What issues certificates, for the length of one use case. */
    CertificateIssuer open() {
        return keys.open(issuer());
    }

    /** Where the root's revocations are published. */
    URI crlAddress() {
        return keys.crlAddress(issuer().id());
    }

    /**
     * Whether a name is this server's own. A certificate of such a name could pose as the server: clients that trust the
     * root take the common name of a certificate without alternative names for a host's (RFC 6125, section 6.4.4).
     */
    boolean isOwnName(String name) {
        return OWN_NAMES.contains(name.toLowerCase(Locale.ROOT)) || name.equalsIgnoreCase(publicUrl.getHost());
    }

    private Issuer issuer() {
        return store.first(Issuer.class, "select i from Issuer i where i.owner = :owner", Map.of("owner", Issuer.ROOT))
                .orElseThrow(() -> new IllegalStateException("The bootstrap step has made no platform root"));
    }
}
