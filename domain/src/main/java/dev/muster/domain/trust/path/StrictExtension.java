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
 * The rules of DER that depend on the type of an extension's value: DER leaves out a value that is the DEFAULT (X.690
 * section 11.5), and a named bit list has no zero at its end (section 11.2.2). {@link StrictDer} checks the other
 * rules.
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
     * Whether the value is DER of its type. For a type without a rule here, only the parts of the value are checked.
     *
     * @param value as {@link StrictDer} has read it
     * @throws RuntimeException of any kind, if it is of another type
     */
    static boolean isRight(ASN1ObjectIdentifier name, ASN1Primitive value) {
        return !RULES.containsKey(name) || RULES.get(name).test(value);
    }

    /** The DEFAULT of cA is FALSE (RFC 5280 section 4.2.1.9). */
    private static boolean isBasicConstraints(ASN1Primitive value) {
        ASN1Sequence constraints = ASN1Sequence.getInstance(value);
        return constraints.size() == 0 || constraints.getObjectAt(0) != ASN1Boolean.FALSE;
    }

    /** The last bit is set, if the list has bits. */
    private static boolean isBitList(ASN1BitString bits) {
        byte[] octets = bits.getBytes();
        return octets.length == 0 || (octets[octets.length - 1] >> bits.getPadBits() & 1) == 1;
    }

    /** The DEFAULT of minimum is 0 (RFC 5280 section 4.2.1.10), which Bouncy Castle leaves out. */
    private static boolean isNameConstraints(ASN1Primitive value) {
        return StrictDer.isWritten(value, NameConstraints.getInstance(value));
    }

    /** The reasons are a named bit list (RFC 5280 section 4.2.1.13). */
    private static boolean isDistributionPoints(ASN1Primitive value) {
        return Arrays.stream(CRLDistPoint.getInstance(value).getDistributionPoints())
                .allMatch(point -> point.getReasons() == null || isBitList(point.getReasons()));
    }

    /** Also reads the issuer's names, because they are compared later. */
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
