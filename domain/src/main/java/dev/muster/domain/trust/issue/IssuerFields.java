package dev.muster.domain.trust.issue;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/**
 * The fields that a certificate repeats from its issuer's, byte for byte, so that a path can be built (RFC 5280 section
 * 6.1.3).
 */
final class IssuerFields {

    private IssuerFields() {}

    static X500Name name(X509Certificate issuer) {
        return X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded());
    }

    /** The issuer's own subject key identifier (RFC 5280 section 4.2.1.1). */
    static AuthorityKeyIdentifier keyIdentifier(X509Certificate issuer) {
        byte[] extension = issuer.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        if (extension == null) {
            throw new IllegalArgumentException("an issuer has a subject key identifier");
        }
        byte[] value = ASN1OctetString.getInstance(extension).getOctets();
        return new AuthorityKeyIdentifier(
                SubjectKeyIdentifier.getInstance(value).getKeyIdentifier());
    }
}
