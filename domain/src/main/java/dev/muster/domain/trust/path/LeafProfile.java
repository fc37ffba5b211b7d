package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.path.PathFault.require;

import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * What a device's certificate must be beyond what any must be: the column "device" of protocol.md's table, of which RFC
 * 5280 leaves most open.
 */
final class LeafProfile {

    private LeafProfile() {}

    /** @throws PathFault.Thrown where the certificate is no device's */
    static void check(PathCertificate leaf) throws PathFault.Thrown {
        checkNoAuthority(leaf);
        checkKeyUsage(leaf);
        checkExtendedKeyUsage(leaf);
        require(!LeafIdentifier.isAmbiguous(leaf.subject()), PathFault.AMBIGUOUS_SUBJECT);
    }

    /** Path length and name constraints are an authority's (RFC 5280 sections 4.2.1.9 and 4.2.1.10). */
    private static void checkNoAuthority(PathCertificate leaf) throws PathFault.Thrown {
        Optional<BasicConstraints> constraints = leaf.value(Extension.basicConstraints, BasicConstraints::getInstance);
        require(constraints.filter(BasicConstraints::isCA).isEmpty(), PathFault.LEAF_IS_CA);
        require(constraints.map(BasicConstraints::getPathLenConstraint).isEmpty(), PathFault.PATH_LENGTH);
        require(!leaf.has(Extension.nameConstraints), PathFault.NAME_CONSTRAINTS);
    }

    private static void checkKeyUsage(PathCertificate leaf) throws PathFault.Thrown {
        KeyUsage usage = leaf.value(Extension.keyUsage, KeyUsage::getInstance)
                .orElseThrow(() -> new PathFault.Thrown(PathFault.LEAF_KEY_USAGE));
        require(
                usage.hasUsages(KeyUsage.digitalSignature)
                        && !usage.hasUsages(KeyUsage.keyCertSign)
                        && !usage.hasUsages(KeyUsage.cRLSign),
                PathFault.LEAF_KEY_USAGE);
    }

    /** A certificate for anything is one for nothing in particular (RFC 5280 section 4.2.1.12). */
    private static void checkExtendedKeyUsage(PathCertificate leaf) throws PathFault.Thrown {
        ExtendedKeyUsage usage = leaf.value(Extension.extendedKeyUsage, ExtendedKeyUsage::getInstance)
                .orElseThrow(() -> new PathFault.Thrown(PathFault.LEAF_EXTENDED_KEY_USAGE));
        require(
                usage.hasKeyPurposeId(KeyPurposeId.id_kp_clientAuth)
                        && !usage.hasKeyPurposeId(KeyPurposeId.anyExtendedKeyUsage),
                PathFault.LEAF_EXTENDED_KEY_USAGE);
    }
}
