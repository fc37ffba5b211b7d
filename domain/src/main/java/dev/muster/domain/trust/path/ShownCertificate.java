package dev.muster.domain.trust.path;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The certificate that a peer shows in TLS, read and not yet believed: which of the platform's certificates it says to be
 * by, or to be itself. Those have their access key as serialNumber in their subject (protocol.md, Certificates); no path
 * of a request names one.
 */
public final class ShownCertificate {

    private final PathCertificate certificate;

    private ShownCertificate(PathCertificate certificate) {
        this.certificate = certificate;
    }

    /** @param der of one certificate; empty where it is not one as RFC 5280 describes it */
    public static Optional<ShownCertificate> read(byte[] der) {
        try {
            return Optional.of(new ShownCertificate(PathCertificate.read(der)));
        } catch (PathFault.Thrown e) {
            return Optional.empty();
        }
    }

    /** The serialNumber in the issuer's name: of a DEVICE_CA its access key. Empty where there is none, or several. */
    public Optional<String> issuerAccessKey() {
        return serialNumber(certificate.issuer());
    }

    /** The serialNumber in the subject's name: of a manufacturer's certificate its access key, of a device what it is called. */
    public Optional<String> subjectAccessKey() {
        return serialNumber(certificate.subject());
    }

    /** Whether the key of this issuer has signed it, whatever else is wrong with it. */
    public boolean isSignedBy(byte[] issuer) {
        try {
            return certificate.isSignedWith(PathCertificate.read(issuer).publicKey());
        } catch (PathFault.Thrown e) {
            return false;
        }
    }

    private static Optional<String> serialNumber(X500Name name) {
        List<String> values = DistinguishedName.attributes(name, BCStyle.SERIALNUMBER).stream()
                .map(AttributeTypeAndValue::getValue)
                .filter(ASN1PrintableString.class::isInstance)
                .map(value -> ((ASN1PrintableString) value).getString())
                .toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}
