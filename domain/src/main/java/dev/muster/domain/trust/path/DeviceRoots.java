package dev.muster.domain.trust.path;

import dev.muster.domain.trust.key.Der;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The device roots that are trusted now: the one that signs, and for a time the one before. Both have the same name, so
 * their key identifiers tell them apart (RFC 5280 section 4.2.1.1).
 *
 * @param encoded DER, the one that signs first; at least one
 */
public record DeviceRoots(List<byte[]> encoded) {

    public DeviceRoots {
        encoded = List.copyOf(encoded);
        encoded.getFirst();
    }

    /** The root that signs now. */
    public byte[] current() {
        return encoded.getFirst().clone();
    }

    /**
     * The root that has signed an authority; the current root if none of them has, so that the path to it is refused.
     *
     * @param authority DER
     */
    public byte[] above(byte[] authority) {
        Optional<byte[]> issuer = issuerKey(Der.certificate(authority));
        return encoded.stream()
                .filter(root -> issuer.isPresent() && Arrays.equals(issuer.get(), ownKey(Der.certificate(root))))
                .findFirst()
                .map(byte[]::clone)
                .orElseGet(this::current);
    }

    /**
     * Whether the root that signs now has signed an authority.
     *
     * @param authority DER, of an authority that some device root has signed
     */
    public boolean isSignedByCurrent(byte[] authority) {
        return Arrays.equals(
                issuerKey(Der.certificate(authority)).orElse(null), ownKey(Der.certificate(encoded.getFirst())));
    }

    private static Optional<byte[]> issuerKey(X509Certificate certificate) {
        return extension(certificate, Extension.authorityKeyIdentifier.getId())
                .map(value -> AuthorityKeyIdentifier.getInstance(value).getKeyIdentifierOctets());
    }

    private static byte @Nullable [] ownKey(X509Certificate certificate) {
        return extension(certificate, Extension.subjectKeyIdentifier.getId())
                .map(value -> SubjectKeyIdentifier.getInstance(value).getKeyIdentifier())
                .orElse(null);
    }

    private static Optional<byte[]> extension(X509Certificate certificate, String oid) {
        return Optional.ofNullable(certificate.getExtensionValue(oid))
                .map(value -> ASN1OctetString.getInstance(value).getOctets());
    }
}
