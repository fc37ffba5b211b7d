package dev.muster.domain.trust;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;

/**
 * Reads a public key for one verification. It keeps nothing, so that the key of a certificate and a decoy cost the same
 * work every time: Bouncy Castle's own reading of an RSA key tests the modulus for primes, but remembers the last few,
 * and the time would tell which access keys exist. That test belongs to the making of the certificate.
 */
final class VerificationKey {

    /** The least for keys from outside (protocol.md, Certificates; NIST SP 800-57 part 1, table 2). */
    private static final int MIN_RSA_BITS = 2048;

    /** A bound on the work of one verification; twice the largest that is offered. */
    private static final int MAX_RSA_BITS = 8192;

    private static final ECNamedDomainParameters P256 = p256Parameters();

    private VerificationKey() {}

    /** The P-256 key in the encoding; empty where it is anything else, or the point is not on the curve. */
    static Optional<AsymmetricKeyParameter> p256(byte[] encoded) {
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(encoded);
            if (!isP256(info.getAlgorithm())) {
                return Optional.empty();
            }
            byte[] point = info.getPublicKeyData().getOctets();
            // decodePoint refuses a point off the curve; ECPublicKeyParameters refuses infinity
            return Optional.of(new ECPublicKeyParameters(P256.getCurve().decodePoint(point), P256));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** The RSA key in the encoding; empty where it is anything else, or its size or exponent is not acceptable. */
    static Optional<AsymmetricKeyParameter> rsa(byte[] encoded) {
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(encoded);
            if (!PKCSObjectIdentifiers.rsaEncryption.equals(info.getAlgorithm().getAlgorithm())) {
                return Optional.empty();
            }
            RSAPublicKey key = RSAPublicKey.getInstance(info.parsePublicKey());
            return isAcceptable(key)
                    ? Optional.of(new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent(), true))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** With an exponent of 1, anybody can sign (FIPS 186-5 section A.1.1: odd, more than 2^16, less than 2^256). */
    private static boolean isAcceptable(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        int exponentBits = key.getPublicExponent().bitLength();
        return key.getModulus().signum() > 0
                && bits >= MIN_RSA_BITS
                && bits <= MAX_RSA_BITS
                && key.getPublicExponent().signum() > 0
                && exponentBits > 16
                && exponentBits <= 256;
    }

    /** The curve by its name alone: a key that brings its own parameters is refused (RFC 5480 section 2.1.1). */
    private static boolean isP256(AlgorithmIdentifier algorithm) {
        return X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm())
                && SECObjectIdentifiers.secp256r1.equals(algorithm.getParameters());
    }

    private static ECNamedDomainParameters p256Parameters() {
        ASN1ObjectIdentifier name = SECObjectIdentifiers.secp256r1;
        ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec("secp256r1");
        return new ECNamedDomainParameters(name, curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }
}
