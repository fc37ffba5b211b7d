package dev.muster.domain.trust.key;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;

/**
 * Reads a public key for one verification. It keeps nothing, so that the key of a certificate and a decoy always cost
 * the same work. Bouncy Castle's own reading of an RSA key tests the modulus for primes and remembers the last few
 * moduli, so its time would tell which access keys exist. That test is done when the certificate is made.
 *
 * <p>Bouncy Castle reports malformed keys with exceptions of many kinds; here each of them means that the bytes are no
 * key.
 */
public final class VerificationKey {

    static final ECNamedDomainParameters P256 = curve("secp256r1", SECObjectIdentifiers.secp256r1);

    static final ECNamedDomainParameters P384 = curve("secp384r1", SECObjectIdentifiers.secp384r1);

    private static final int ED25519_BITS = 256;

    private VerificationKey() {}

    /**
     * The size of a key, in the number that people use for it.
     *
     * @param encoded of a kind that {@link KeyAlgorithm#of} knows
     * @return bits of RSA's modulus, of the curve's field, or of an encoded Ed25519 point
     */
    public static int bits(byte[] encoded) {
        return rsa(encoded)
                .map(key -> key.getModulus().bitLength())
                .or(() -> p256(encoded)
                        .or(() -> p384(encoded))
                        .map(key -> key.getParameters().getCurve().getFieldSize()))
                .orElse(ED25519_BITS);
    }

    /** The P-256 key in the encoding; empty if it is anything else, or the point is not on the curve. */
    public static Optional<ECPublicKeyParameters> p256(byte[] encoded) {
        return ec(encoded, P256);
    }

    /** The P-384 key in the encoding; empty if it is anything else, or the point is not on the curve. */
    public static Optional<ECPublicKeyParameters> p384(byte[] encoded) {
        return ec(encoded, P384);
    }

    /**
     * The Ed25519 key in the encoding (RFC 8410 section 4); empty if it is anything else, has parameters (section 3:
     * they are absent), or its 32 octets are no point.
     */
    public static Optional<Ed25519PublicKeyParameters> ed25519(byte[] encoded) {
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(encoded);
            AlgorithmIdentifier algorithm = info.getAlgorithm();
            byte[] point = info.getPublicKeyData().getOctets();
            boolean fits = EdECObjectIdentifiers.id_Ed25519.equals(algorithm.getAlgorithm())
                    && algorithm.getParameters() == null
                    && point.length == Ed25519PublicKeyParameters.KEY_SIZE;
            return fits ? Optional.of(new Ed25519PublicKeyParameters(point)) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The RSA key in the encoding; empty if it is anything else, or its size or exponent is not acceptable. */
    public static Optional<RSAKeyParameters> rsa(byte[] encoded) {
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(encoded);
            if (!PKCSObjectIdentifiers.rsaEncryption.equals(info.getAlgorithm().getAlgorithm())) {
                return Optional.empty();
            }
            RSAPublicKey key = RSAPublicKey.getInstance(info.parsePublicKey());
            return RsaKeyPolicy.checkSize(key.getModulus(), key.getPublicExponent())
                            .isEmpty()
                    ? Optional.of(new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent(), true))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ECPublicKeyParameters> ec(byte[] encoded, ECNamedDomainParameters curve) {
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(encoded);
            if (!isOn(curve, info.getAlgorithm())) {
                return Optional.empty();
            }
            byte[] point = info.getPublicKeyData().getOctets();
            // decodePoint refuses a point off the curve; ECPublicKeyParameters refuses infinity
            return Optional.of(new ECPublicKeyParameters(curve.getCurve().decodePoint(point), curve));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The curve must be named: a key that brings its own parameters is refused (RFC 5480 section 2.1.1). */
    private static boolean isOn(ECNamedDomainParameters curve, AlgorithmIdentifier algorithm) {
        return X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm())
                && curve.getName().equals(algorithm.getParameters());
    }

    private static ECNamedDomainParameters curve(String name, ASN1ObjectIdentifier identifier) {
        ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec(name);
        return new ECNamedDomainParameters(identifier, curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }
}
