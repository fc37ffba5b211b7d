package dev.muster.domain.trust.path;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * Reads, searches and compares a name that a stranger has written (RFC 5280 section 4.1.2.4). Bouncy Castle reads the
 * parts of a name when somebody first asks for them. {@link #read} asks for all of them, so that a later search or
 * comparison throws nothing.
 */
public final class DistinguishedName {

    private DistinguishedName() {}

    /**
     * Reads every part.
     *
     * @throws RuntimeException of any kind, if a part is empty, is no type with a value, or its text cannot be decoded
     */
    public static void read(X500Name name) {
        for (RDN part : name.getRDNs()) {
            AttributeTypeAndValue[] attributes = part.getTypesAndValues();
            if (attributes.length == 0) {
                throw new IllegalArgumentException("a part of a name has an attribute");
            }
            Arrays.stream(attributes).forEach(DistinguishedName::read);
        }
    }

    private static void read(AttributeTypeAndValue attribute) {
        if (attribute.getValue() instanceof ASN1String text) {
            text.getString();
        }
        IETFUtils.canonicalString(attribute.getValue());
    }

    /** The attributes of a type, in the order of the name. */
    static List<AttributeTypeAndValue> attributes(X500Name name, ASN1ObjectIdentifier type) {
        return Arrays.stream(name.getRDNs())
                .flatMap(part -> Arrays.stream(part.getTypesAndValues()))
                .filter(attribute -> attribute.getType().equals(type))
                .toList();
    }

    /** Compares part by part, in order; case and spaces do not matter (RFC 5280 section 7.1). */
    static boolean isSame(X500Name one, X500Name other) {
        RDN[] ones = one.getRDNs();
        RDN[] others = other.getRDNs();
        return ones.length == others.length
                && IntStream.range(0, ones.length).allMatch(i -> IETFUtils.rDNAreEqual(ones[i], others[i]));
    }
}
