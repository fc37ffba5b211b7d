package dev.muster.domain.trust.path;

import dev.muster.domain.trust.key.VerificationKey;
import org.bouncycastle.util.BigIntegers;

/**
 * The kind of an issuer's key, which decides how much work the verification of its signatures takes. Both the key
 * itself and a signature by the key show the kind.
 *
 * @param family of the signature's algorithm
 * @param size octets of R, of the modulus, or of the point
 */
public record IssuerKind(CertificateSignature.Family family, int size) {

    /** The kind to use if the kind is unknown. */
    public static final IssuerKind USUAL = new IssuerKind(CertificateSignature.Family.ECDSA, 32);

    private static final int P256_SIZE = 32;
    private static final int P384_SIZE = 48;
    private static final int ED25519_SIZE = 32;

    /**
     * The longest signature of a P-256 key: a sequence of two numbers of 33 octets, each with its header. A signature
     * of a P-384 key is so short with a probability of 2^-256.
     */
    private static final int MAX_P256_SIGNATURE = 72;

    /** The kind of the key in an authority's certificate. */
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

    /** The kind of the key that signed a certificate, judged by the algorithm and the length of the signature. */
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
