package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.path.PathFault.require;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What every issuer of a path must be, the root among them: an authority (RFC 5280 section 4.2.1). */
final class IssuerProfile {

    /** What conforming authorities must mark as critical (RFC 5280 sections 4.2.1.9, 10, 11 and 14). */
    private static final List<ASN1ObjectIdentifier> CRITICAL = List.of(
            Extension.basicConstraints,
            Extension.nameConstraints,
            Extension.policyConstraints,
            Extension.inhibitAnyPolicy);

    private IssuerProfile() {}

    /** @throws PathFault.Thrown where the certificate is no authority's */
    static void check(PathCertificate issuer) throws PathFault.Thrown {
        require(issuer.subject().size() > 0, PathFault.EMPTY_NAME);
        boolean authority = issuer.value(Extension.basicConstraints, BasicConstraints::getInstance)
                .filter(BasicConstraints::isCA)
                .isPresent();
        require(authority, PathFault.ISSUER_NOT_CA);
        boolean signs = issuer.value(Extension.keyUsage, KeyUsage::getInstance)
                .filter(usage -> usage.hasUsages(KeyUsage.keyCertSign))
                .isPresent();
        require(signs, PathFault.ISSUER_KEY_USAGE);
        checkExtendedKeyUsage(issuer);
        for (ASN1ObjectIdentifier name : CRITICAL) {
            require(!issuer.has(name) || issuer.isCritical(name), PathFault.NOT_CRITICAL);
        }
    }

    /**
     * None, as Muster's own authorities have it, is any. RFC 5280 leaves open what one in an authority means; in practice it
     * bounds what the authority's certificates are for.
     */
    private static void checkExtendedKeyUsage(PathCertificate issuer) throws PathFault.Thrown {
        Optional<ExtendedKeyUsage> usage = issuer.value(Extension.extendedKeyUsage, ExtendedKeyUsage::getInstance);
        require(
                usage.isEmpty()
                        || usage.get().hasKeyPurposeId(KeyPurposeId.id_kp_clientAuth)
                        || usage.get().hasKeyPurposeId(KeyPurposeId.anyExtendedKeyUsage),
                PathFault.ISSUER_EXTENDED_KEY_USAGE);
    }
}
