package dev.muster.domain.trust.issue;

import dev.muster.domain.trust.path.LeafIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The subject of a device's certificate that the platform issues.
 *
 * @param identifier the CN and the serialNumber (2.5.4.5): 1 to 64 characters of a PrintableString (RFC 5280 appendix
 *     A.1)
 */
public record DeviceSubject(String identifier) {

    /** @throws IllegalArgumentException if {@link #isPossible} says no */
    public DeviceSubject {
        if (!isPossible(identifier)) {
            throw new IllegalArgumentException("a certificate cannot name this device");
        }
    }

    /** Whether a certificate can name a device with this identifier. */
    public static boolean isPossible(String identifier) {
        return LeafIdentifier.isPossible(identifier);
    }

    /** CN, a UTF8String as in every certificate of the platform, and serialNumber, a PrintableString (X.520). */
    X500Name toName() {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, new DERUTF8String(identifier))
                .addRDN(BCStyle.SERIALNUMBER, new DERPrintableString(identifier, true))
                .build();
    }
}
