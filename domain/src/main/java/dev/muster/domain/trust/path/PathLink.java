package dev.muster.domain.trust.path;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/**
 * Whether a certificate and the certificate above it belong together.
 *
 * @param issued the lower certificate
 * @param issuer the certificate above; the root itself for the root
 */
record PathLink(PathCertificate issued, PathCertificate issuer) {

    boolean hasName() {
        return DistinguishedName.isSame(issued.issuer(), issuer.subject());
    }

    boolean isSigned() {
        return issued.isSignedWith(issuer.publicKey());
    }

    /**
     * Whether the certificate names its issuer's key and certificate correctly (RFC 5280 section 4.2.1.1). It need not
     * name them.
     *
     * @throws PathFault.Thrown EXTENSION, if it cannot be read
     */
    boolean hasKeyIdentifier() throws PathFault.Thrown {
        Optional<AuthorityKeyIdentifier> authority =
                issued.value(Extension.authorityKeyIdentifier, AuthorityKeyIdentifier::getInstance);
        Optional<SubjectKeyIdentifier> subject =
                issuer.value(Extension.subjectKeyIdentifier, SubjectKeyIdentifier::getInstance);
        return authority.isEmpty() || (isKey(authority.get(), subject) && isCertificate(authority.get()));
    }

    private static boolean isKey(AuthorityKeyIdentifier authority, Optional<SubjectKeyIdentifier> subject) {
        byte[] expected = authority.getKeyIdentifierOctets();
        return expected == null
                || subject.isEmpty()
                || Arrays.equals(expected, subject.get().getKeyIdentifier());
    }

    /** Compares issuer and serial number of the issuer's certificate; a certificate names both or neither. */
    private boolean isCertificate(AuthorityKeyIdentifier authority) {
        GeneralNames names = authority.getAuthorityCertIssuer();
        return names == null
                || (issuer.serialNumber().equals(authority.getAuthorityCertSerialNumber())
                        && Arrays.stream(names.getNames()).anyMatch(this::isIssuersIssuer));
    }

    private boolean isIssuersIssuer(GeneralName name) {
        return name.getTagNo() == GeneralName.directoryName
                && DistinguishedName.isSame(X500Name.getInstance(name.getName()), issuer.issuer());
    }
}
