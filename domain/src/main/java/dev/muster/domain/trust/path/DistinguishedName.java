package dev.muster.domain.trust.path;

import java.util.Arrays;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * The shape of a name that a stranger has written (RFC 5280 section 4.1.2.4). Bouncy Castle reads a name's parts when they
 * are first asked for; here they are all asked for, so that nothing is thrown by whoever compares or searches the name.
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
}
