package dev.muster.domain.trust.key;

import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.util.BigIntegers;

/**
 * Whether a key made a signature. It uses Bouncy Castle's own classes instead of a JCA provider, because the JDK
 * accepts signatures that it must refuse (docs/adr/003-proof-format.md).
 *
 * <p>A signature proves that somebody signed, but it does not identify the act: anybody can make a second valid
 * signature of the same bytes from the first one, without the key (R, N - S). Never use a signature to recognize a
 * replay.
 */
public final class SignatureVerifier {

    /** R and S of 32 octets each (RFC 7518 section 3.4). */
    private static final int ES256_LENGTH = 64;

    /** R and S of 48 octets each (RFC 7518 section 3.4). */
    private static final int ES384_LENGTH = 96;

    /** RFC 8032 section 5.1.6. */
    private static final int ED25519_LENGTH = 64;

    /** Salt as long as the hash (RFC 7518 section 3.5). */
    private static final int PS256_SALT_LENGTH = 32;

    private SignatureVerifier() {}

    /** Like {@link #verify(byte[], JwsAlgorithm, byte[], byte[])}, with the key's encoding. */
    public static boolean verify(PublicKey key, JwsAlgorithm algorithm, byte[] signingInput, byte[] signature) {
        return verify(key.getEncoded(), algorithm, signingInput, signature);
    }

    /**
     * Whether the signature is valid.
     *
     * @param subjectPublicKeyInfo the key as DER SubjectPublicKeyInfo (RFC 5280 section 4.1): EC on the named curve
     *     P-256 or P-384, Ed25519, or RSA of 2,048 to 8,192 bits
     * @param algorithm must be of the key's kind; otherwise false
     * @param signingInput the bytes that were signed, any length
     * @param signature ES256 and ES384: exactly 64 and 96 octets, R before S, big-endian, never DER; EdDSA: exactly 64
     *     octets; RS256 and PS256: exactly as long as the modulus
     * @return false if anything is wrong with the key or the signature; throws nothing
     */
    public static boolean verify(
            byte[] subjectPublicKeyInfo, JwsAlgorithm algorithm, byte[] signingInput, byte[] signature) {
        return key(subjectPublicKeyInfo, algorithm)
                .filter(k -> signature.length == signatureLength(algorithm, k))
                .map(k -> verify(signer(algorithm), k, signingInput, signature))
                .orElse(false);
    }

    private static Optional<? extends AsymmetricKeyParameter> key(byte[] encoded, JwsAlgorithm algorithm) {
        return switch (algorithm) {
            case ES256 -> VerificationKey.p256(encoded);
            case ES384 -> VerificationKey.p384(encoded);
            case EdDSA -> VerificationKey.ed25519(encoded);
            case RS256, PS256 -> VerificationKey.rsa(encoded);
        };
    }

    private static int signatureLength(JwsAlgorithm algorithm, AsymmetricKeyParameter key) {
        return switch (algorithm) {
            case ES256 -> ES256_LENGTH;
            case ES384 -> ES384_LENGTH;
            case EdDSA -> ED25519_LENGTH;
            case RS256, PS256 -> BigIntegers.getUnsignedByteLength(((RSAKeyParameters) key).getModulus());
        };
    }

    private static Signer signer(JwsAlgorithm algorithm) {
        return switch (algorithm) {
            case ES256 -> new DSADigestSigner(new ECDSASigner(), new SHA256Digest(), PlainDSAEncoding.INSTANCE);
            case ES384 -> new DSADigestSigner(new ECDSASigner(), new SHA384Digest(), PlainDSAEncoding.INSTANCE);
            case EdDSA -> new Ed25519Signer();
            case RS256 -> new RSADigestSigner(new SHA256Digest());
            case PS256 -> new PSSSigner(new RSABlindedEngine(), new SHA256Digest(), PS256_SALT_LENGTH);
        };
    }

    private static boolean verify(Signer signer, AsymmetricKeyParameter key, byte[] input, byte[] signature) {
        signer.init(false, key);
        signer.update(input, 0, input.length);
        return signer.verifySignature(signature);
    }
}
