package dev.muster.domain.trust.key;

import org.bouncycastle.crypto.params.RSAKeyParameters;

/** How large a key is, in the number by which people name it. */
public final class KeySize {

    private static final int ED25519 = 256;

    private KeySize() {}

    /**
     * @param subjectPublicKeyInfo DER, of a kind that {@link KeyAlgorithm#of} knows
     * @return bits of RSA's modulus, of the curve's field, or of an encoded Ed25519 point
     */
    public static int bits(byte[] subjectPublicKeyInfo) {
        return VerificationKey.rsa(subjectPublicKeyInfo)
                .map(RSAKeyParameters::getModulus)
                .map(java.math.BigInteger::bitLength)
                .or(() -> VerificationKey.p256(subjectPublicKeyInfo)
                        .or(() -> VerificationKey.p384(subjectPublicKeyInfo))
                        .map(key -> key.getParameters().getCurve().getFieldSize()))
                .orElse(ED25519);
    }
}
