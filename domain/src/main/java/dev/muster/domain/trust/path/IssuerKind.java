package dev.muster.domain.trust.path;

import dev.muster.domain.trust.key.VerificationKey;
import org.bouncycastle.util.BigIntegers;

/**
 * Of which kind an issuer's key is: what decides how much work the verification of its signatures is. It is told by the
 * key itself, and by a signature that it has made.
 *
 * @param family of the signature's algorithm
 * @param size octets of R, of the modulus, or of the point
 */
public record IssuerKind(CertificateSignature.Family family, int size) {

    /** The kind that is taken where none can be told. */
    public static final IssuerKind USUAL = new IssuerKind(CertificateSignature.Family.ECDSA, 32);

    private static final int P256_SIZE = 32;
    private static final int P384_SIZE = 48;
    private static final int ED25519_SIZE = 32;

    /**
     * The longest that a signature by a P-256 key can be: two numbers of 33 octets, each with its header, in one. One by a
     * P-384 key is as short by an accident of 2^-256.
     */
    private static final int MAX_P256_SIGNATURE = 72;

    /** Of the key that a certificate of an authority certifies. */
    public static IssuerKind of(byte[] issuer) {
        try {
            byte[] key = PathCertificate.read(issuer).publicKey();
            if (VerificationKey.p256(key).isPresent()) {
                return new IssuerKind(CertificateSignature.Family.ECDSA, P256_SIZE);
            }
            if (VerificationKey.p384(key).isPresent()) {
                return new IssuerKind(CertificateSignature.Family.ECDSA, P384_SIZE);
            }
            return VerificationKey.rsa(key)
                    .map(rsa -> new IssuerKind(
                            CertificateSignature.Family.RSA, BigIntegers.getUnsignedByteLength(rsa.getModulus())))
                    .orElse(new IssuerKind(CertificateSignature.Family.ED25519, ED25519_SIZE));
        } catch (PathFault.Thrown e) {
            return USUAL;
        }
    }

    /** Of the key that has signed a certificate, as its algorithm and its signature's length tell. */
    public static IssuerKind thatSigned(byte[] issued) {
        try {
            PathCertificate certificate = PathCertificate.read(issued);
            int length = certificate.signatureLength();
            CertificateSignature.Family family = certificate.signatureFamily();
            return new IssuerKind(
                    family,
                    switch (family) {
                        case ECDSA -> length <= MAX_P256_SIGNATURE ? P256_SIZE : P384_SIZE;
                        case ED25519 -> ED25519_SIZE;
                        case RSA -> length;
                    });
        } catch (PathFault.Thrown e) {
            return USUAL;
        }
    }
}
