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

/**
 * The rules for the device's certificate and for its issuers, beyond those that {@link PathCertificate} checks for
 * every certificate. They are the columns of the table in protocol.md, "Certificates". RFC 5280 leaves most of the
 * device's column open.
 */
final class PathProfile {

    /** Extensions that an authority must mark as critical (RFC 5280 sections 4.2.1.9, 10, 11 and 14). */
    private static final List<ASN1ObjectIdentifier> CRITICAL = List.of(
            Extension.basicConstraints,
            Extension.nameConstraints,
            Extension.policyConstraints,
            Extension.inhibitAnyPolicy);

    private PathProfile() {}

    /** @throws PathFault.Thrown if the certificate cannot be a device's */
    static void checkDevice(PathCertificate device) throws PathFault.Thrown {
        Optional<BasicConstraints> constraints = basicConstraints(device);
        require(constraints.filter(BasicConstraints::isCA).isEmpty(), PathFault.LEAF_IS_CA);
        // path length and name constraints belong to an authority (RFC 5280 sections 4.2.1.9 and 4.2.1.10)
        require(constraints.map(BasicConstraints::getPathLenConstraint).isEmpty(), PathFault.PATH_LENGTH);
        require(!device.has(Extension.nameConstraints), PathFault.NAME_CONSTRAINTS);
        require(keyUsage(device).filter(PathProfile::onlySigns).isPresent(), PathFault.LEAF_KEY_USAGE);
        require(
                extendedKeyUsage(device).filter(PathProfile::isOnlyForClients).isPresent(),
                PathFault.LEAF_EXTENDED_KEY_USAGE);
        require(!LeafIdentifier.isAmbiguous(device.subject()), PathFault.AMBIGUOUS_SUBJECT);
    }

    /** @throws PathFault.Thrown if the certificate cannot be an issuer's, or the root's (RFC 5280 section 4.2.1) */
    static void checkIssuer(PathCertificate issuer) throws PathFault.Thrown {
        require(issuer.subject().size() > 0, PathFault.EMPTY_NAME);
        require(basicConstraints(issuer).filter(BasicConstraints::isCA).isPresent(), PathFault.ISSUER_NOT_CA);
        require(
                keyUsage(issuer)
                        .filter(usage -> usage.hasUsages(KeyUsage.keyCertSign))
                        .isPresent(),
                PathFault.ISSUER_KEY_USAGE);
        require(
                extendedKeyUsage(issuer).map(PathProfile::isForClients).orElse(true),
                PathFault.ISSUER_EXTENDED_KEY_USAGE);
        for (ASN1ObjectIdentifier name : CRITICAL) {
            require(!issuer.has(name) || issuer.isCritical(name), PathFault.NOT_CRITICAL);
        }
    }

    private static boolean onlySigns(KeyUsage usage) {
        return usage.hasUsages(KeyUsage.digitalSignature)
                && !usage.hasUsages(KeyUsage.keyCertSign)
                && !usage.hasUsages(KeyUsage.cRLSign);
    }

    /** A verifier that needs one purpose may reject a certificate for any purpose (RFC 5280 section 4.2.1.12). */
    private static boolean isOnlyForClients(ExtendedKeyUsage usage) {
        return usage.hasKeyPurposeId(KeyPurposeId.id_kp_clientAuth)
                && !usage.hasKeyPurposeId(KeyPurposeId.anyExtendedKeyUsage);
    }

    /**
     * An authority without this extension, such as Muster's own, may issue for any purpose. RFC 5280 does not say what
     * the extension means in an authority; in practice it limits the purposes of the certificates below.
     */
    private static boolean isForClients(ExtendedKeyUsage usage) {
        return usage.hasKeyPurposeId(KeyPurposeId.id_kp_clientAuth)
                || usage.hasKeyPurposeId(KeyPurposeId.anyExtendedKeyUsage);
    }

    private static Optional<BasicConstraints> basicConstraints(PathCertificate certificate) throws PathFault.Thrown {
        return certificate.value(Extension.basicConstraints, BasicConstraints::getInstance);
    }

    private static Optional<KeyUsage> keyUsage(PathCertificate certificate) throws PathFault.Thrown {
        return certificate.value(Extension.keyUsage, KeyUsage::getInstance);
    }

    private static Optional<ExtendedKeyUsage> extendedKeyUsage(PathCertificate certificate) throws PathFault.Thrown {
        return certificate.value(Extension.extendedKeyUsage, ExtendedKeyUsage::getInstance);
    }
}
