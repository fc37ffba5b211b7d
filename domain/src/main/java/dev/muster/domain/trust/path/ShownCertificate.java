package dev.muster.domain.trust.path;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The certificate that a peer shows in TLS, read but not yet verified. The address of a request with such a certificate
 * contains no access key. The certificate itself names the platform's certificate that it claims to be, or that it
 * claims as its issuer: the serialNumber in that certificate's subject is its access key (protocol.md, Certificates).
 */
public final class ShownCertificate {

    private final PathCertificate certificate;

    private ShownCertificate(PathCertificate certificate) {
        this.certificate = certificate;
    }

    /** Empty if the bytes are not one certificate as RFC 5280 describes it. */
    public static Optional<ShownCertificate> read(byte[] der) {
        try {
            return Optional.of(new ShownCertificate(PathCertificate.read(der)));
        } catch (PathFault.Thrown e) {
            return Optional.empty();
        }
    }

    /**
     * The serialNumber in the issuer's name, which is the access key of a DEVICE_CA. Empty if there is none, or
     * several.
     */
    public Optional<String> issuerAccessKey() {
        return serialNumber(certificate.issuer());
    }

    /**
     * The serialNumber in the subject's name: the access key of a manufacturer's certificate, or the identifier of a
     * device.
     */
    public Optional<String> subjectAccessKey() {
        return serialNumber(certificate.subject());
    }

    /** Whether this issuer's key has signed the certificate. Other faults do not matter. */
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
