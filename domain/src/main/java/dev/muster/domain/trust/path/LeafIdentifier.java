package dev.muster.domain.trust.path;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The device that a certificate's subject names: by its serialNumber (2.5.4.5), or by its common name if it has no
 * serialNumber.
 */
public final class LeafIdentifier {

    /** RFC 5280 appendix A.1: ub-serial-number and ub-common-name. */
    private static final int MAX_LENGTH = 64;

    private LeafIdentifier() {}

    /** Whether the subject has several identifiers, so that another reader might choose a different one. */
    static boolean isAmbiguous(X500Name subject) {
        return candidates(subject).size() > 1;
    }

    /**
     * The identifier. A serialNumber must be a PrintableString. A common name may also be a UTF8String, as openssl
     * writes it, but only of the characters of a PrintableString (RFC 5280 appendix A.1).
     *
     * @return empty if the subject names no device, or if the identifier does not have 1 to 64 such characters
     */
    static Optional<String> of(X500Name subject) {
        return candidates(subject).stream()
                .findFirst()
                .flatMap(LeafIdentifier::text)
                .filter(LeafIdentifier::isPossible);
    }

    /** Whether the text has 1 to 64 characters, all of which a PrintableString may have. */
    public static boolean isPossible(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && DERPrintableString.isPrintableString(text);
    }

    private static List<AttributeTypeAndValue> candidates(X500Name subject) {
        List<AttributeTypeAndValue> serialNumbers = DistinguishedName.attributes(subject, BCStyle.SERIALNUMBER);
        return serialNumbers.isEmpty() ? DistinguishedName.attributes(subject, BCStyle.CN) : serialNumbers;
    }

    private static Optional<String> text(AttributeTypeAndValue attribute) {
        boolean commonName = BCStyle.CN.equals(attribute.getType());
        return switch (attribute.getValue()) {
            case ASN1PrintableString printable -> Optional.of(printable.getString());
            case ASN1UTF8String utf8 when commonName -> Optional.of(utf8.getString());
            default -> Optional.empty();
        };
    }
}
