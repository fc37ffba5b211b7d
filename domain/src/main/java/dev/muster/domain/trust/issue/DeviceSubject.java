package dev.muster.domain.trust.issue;

import dev.muster.domain.trust.path.LeafIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Which device a certificate by the platform names. Made for one certificate and copied into it.
 *
 * @param identifier the CN and the serialNumber (2.5.4.5): 1 to 64 characters of a PrintableString (RFC 5280 appendix A.1)
 */
public record DeviceSubject(String identifier) {

    /** @throws IllegalArgumentException where it is none that a certificate can have, see {@link #isPossible} */
    public DeviceSubject {
        if (!isPossible(identifier)) {
            throw new IllegalArgumentException("a certificate cannot name this device");
        }
    }

    /** Whether a certificate can name a device that is called so. */
    public static boolean isPossible(String identifier) {
        return LeafIdentifier.isPossible(identifier);
    }

    /** CN, a UTF8String as in every certificate here, and serialNumber, a PrintableString (X.520). */
    X500Name toName() {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, new DERUTF8String(identifier))
                .addRDN(BCStyle.SERIALNUMBER, new DERPrintableString(identifier, true))
                .build();
    }
}
