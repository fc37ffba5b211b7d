package dev.muster.domain.trust.path;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Which device a certificate's subject names: by its serialNumber (2.5.4.5), without one by its common name. */
public final class LeafIdentifier {

    /** RFC 5280 appendix A.1: ub-serial-number and ub-common-name. */
    private static final int MAX_LENGTH = 64;

    private LeafIdentifier() {}

    /** Whether there are several to choose from: another reader might choose another. */
    static boolean isAmbiguous(X500Name subject) {
        return candidates(subject).size() > 1;
    }

    /**
     * The identifier. A serialNumber is a PrintableString and nothing else; a common name may be a UTF8String, as openssl
     * writes every one, of the characters that a PrintableString has (RFC 5280 appendix A.1).
     *
     * @return empty where the subject names none, or it is none of 1 to 64 such characters
     */
    static Optional<String> of(X500Name subject) {
        return candidates(subject).stream()
                .findFirst()
                .flatMap(LeafIdentifier::text)
                .filter(LeafIdentifier::isPossible);
    }

    /** Whether it has 1 to 64 characters, all of them of a PrintableString. */
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
