package dev.muster.ejb.trust;

import dev.muster.domain.trust.file.KeyEncryption;
import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.key.Der;
import dev.muster.domain.trust.path.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The private keys of the platform's issuers. The database has them encrypted; a use case decrypts one and then forgets
 * it.
 */
@ApplicationScoped
public class IssuerKeys {

    @Inject
    @ConfigProperty(name = "muster.master-key")
    private String masterKey;

    @Inject
    @ConfigProperty(name = "muster.public-url")
    private URI publicUrl;

    @Inject
    private SecureRandom random;

    /** Opens an issuer to sign certificates and revocation lists, for the length of one use case. */
    CertificateIssuer open(Issuer issuer) {
        return new CertificateIssuer(
                Der.certificate(issuer.certificate()),
                encryption().decrypt(issuer.encryptedKey(), Issuer.associatedData(issuer.owner(), issuer.id())));
    }

    /** Encrypts a key as it is stored. */
    byte[] seal(PrivateKey key, String owner, UUID issuerId) {
        return encryption().encrypt(key, Issuer.associatedData(owner, issuerId), random);
    }

    /** The address that publishes an issuer's revocations. */
    URI crlAddress(UUID issuerId) {
        return URI.create(publicUrl.toString().replaceAll("/+$", "") + "/api/v1/pki/crl/" + issuerId);
    }

    private KeyEncryption encryption() {
        return KeyEncryption.withMasterKey(masterKey);
    }
}
