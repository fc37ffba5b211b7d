package dev.muster.domain.trust.path;

import dev.muster.domain.trust.key.StrictDer;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/**
 * What DER asks of an extension's value beyond the encoding of each part of it, which needs its type: a value that is the
 * DEFAULT is left out (X.690 section 11.5), and a named bit list has no zero at its end (section 11.2.2).
 */
final class StrictExtension {

    private static final Map<ASN1ObjectIdentifier, Predicate<ASN1Primitive>> RULES = Map.of(
            Extension.basicConstraints, StrictExtension::isBasicConstraints,
            Extension.keyUsage, value -> isBitList(ASN1BitString.getInstance(value)),
            Extension.nameConstraints, StrictExtension::isNameConstraints,
            Extension.cRLDistributionPoints, StrictExtension::isDistributionPoints,
            Extension.freshestCRL, StrictExtension::isDistributionPoints,
            Extension.authorityKeyIdentifier, StrictExtension::isAuthority,
            Extension.subjectKeyIdentifier,
                    value -> SubjectKeyIdentifier.getInstance(value).getKeyIdentifier().length > 0);

    private StrictExtension() {}

    /**
     * Whether the value is DER of its type. Of a type that is not processed here only its parts are DER.
     *
     * @param value as {@link StrictDer} has read it
     * @throws RuntimeException of any kind, if it is of another type
     */
    static boolean isRight(ASN1ObjectIdentifier name, ASN1Primitive value) {
        return !RULES.containsKey(name) || RULES.get(name).test(value);
    }

    /** cA is FALSE by DEFAULT (RFC 5280 section 4.2.1.9). */
    private static boolean isBasicConstraints(ASN1Primitive value) {
        ASN1Sequence constraints = ASN1Sequence.getInstance(value);
        return constraints.size() == 0 || constraints.getObjectAt(0) != ASN1Boolean.FALSE;
    }

    /** The last bit is set, if there is any. */
    private static boolean isBitList(ASN1BitString bits) {
        byte[] octets = bits.getBytes();
        return octets.length == 0 || (octets[octets.length - 1] >> bits.getPadBits() & 1) == 1;
    }

    /** minimum is 0 by DEFAULT (RFC 5280 section 4.2.1.10); Bouncy Castle writes it so. */
    private static boolean isNameConstraints(ASN1Primitive value) {
        return StrictDer.isWritten(value, NameConstraints.getInstance(value));
    }

    /** The reasons are a named bit list (RFC 5280 section 4.2.1.13). */
    private static boolean isDistributionPoints(ASN1Primitive value) {
        return Arrays.stream(CRLDistPoint.getInstance(value).getDistributionPoints())
                .allMatch(point -> point.getReasons() == null || isBitList(point.getReasons()));
    }

    /** The issuer's names are read, too: they are compared. */
    private static boolean isAuthority(ASN1Primitive value) {
        AuthorityKeyIdentifier authority = AuthorityKeyIdentifier.getInstance(value);
        GeneralNames names = authority.getAuthorityCertIssuer();
        if (names != null) {
            Arrays.stream(names.getNames())
                    .filter(name -> name.getTagNo() == GeneralName.directoryName)
                    .forEach(name -> DistinguishedName.read(X500Name.getInstance(name.getName())));
        }
        return true;
    }
}
