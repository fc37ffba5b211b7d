package dev.muster.domain.trust.key;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * A signature that needs no JOSE library, in the form that openssl, Node and the libraries of small devices write. Each
 * kind of key makes only one kind of signature. {@link SignatureVerifier} verifies it.
 */
public enum BareSignature {
    /** RSASSA-PKCS1-v1_5 with SHA-256, as long as the modulus (RFC 8017 section 8.2). */
    RSA(JwsAlgorithm.RS256),
    /** ECDSA with P-256 and SHA-256: DER, a SEQUENCE of R and S (RFC 3279 section 2.2.3). */
    P256(JwsAlgorithm.ES256),
    /** ECDSA with P-384 and SHA-384: DER, a SEQUENCE of R and S (RFC 3279 section 2.2.3). */
    P384(JwsAlgorithm.ES384),
    /** Ed25519: 64 octets (RFC 8032 section 5.1.6). */
    ED25519(JwsAlgorithm.EdDSA);

    private static final int ED25519_LENGTH = 64;

    /** SEQUENCE and two INTEGERs of at most 33 octets. */
    private static final int MAX_P256_LENGTH = 72;

    /** SEQUENCE and two INTEGERs of at most 49 octets. */
    private static final int MAX_P384_LENGTH = 104;

    private final JwsAlgorithm algorithm;

    BareSignature(JwsAlgorithm algorithm) {
        this.algorithm = algorithm;
    }

    /** The kind of signature that keys of this kind make. */
    public static BareSignature of(KeyAlgorithm key) {
        return switch (key) {
            case EC_P256 -> P256;
            case EC_P384 -> P384;
            case ED25519 -> ED25519;
            case RSA_3072, RSA_4096, RSA -> RSA;
        };
    }

    /**
     * The kind that a signature can be, judged only by its form; {@link #RSA} if no other kind fits. A P-256 signature
     * of exactly 64 octets counts as Ed25519; one in 2^50 is so short.
     */
    public static BareSignature of(byte[] signature) {
        if (signature.length == ED25519_LENGTH) {
            return ED25519;
        }
        if (P256.plain(signature).isPresent()) {
            return P256;
        }
        return P384.plain(signature).isPresent() ? P384 : RSA;
    }

    /** The JWS algorithm with the same key and hash. */
    public JwsAlgorithm algorithm() {
        return algorithm;
    }

    /**
     * Whether the signature is valid.
     *
     * @param subjectPublicKeyInfo the key as DER (RFC 5280 section 4.1)
     * @param signed the bytes that were signed, any length
     * @return false if anything is wrong with the key or the signature; throws nothing
     */
    public boolean verify(byte[] subjectPublicKeyInfo, byte[] signed, byte[] signature) {
        return plain(signature)
                .map(plain -> SignatureVerifier.verify(subjectPublicKeyInfo, algorithm, signed, plain))
                .orElse(false);
    }

    /** The signature as a JWS has it, for ECDSA the octets of R and S; empty if it cannot be converted. */
    private Optional<byte[]> plain(byte[] signature) {
        return switch (this) {
            case RSA, ED25519 -> Optional.of(signature);
            case P256 -> plain(signature, VerificationKey.P256, MAX_P256_LENGTH);
            case P384 -> plain(signature, VerificationKey.P384, MAX_P384_LENGTH);
        };
    }

    /** A signature has only one encoding: Bouncy Castle accepts only strict DER of numbers below the curve's order. */
    private static Optional<byte[]> plain(byte[] der, ECDomainParameters curve, int maxLength) {
        if (der.length > maxLength) {
            return Optional.empty();
        }
        try {
            BigInteger order = curve.getN();
            BigInteger[] numbers = StandardDSAEncoding.INSTANCE.decode(order, der);
            return Optional.of(PlainDSAEncoding.INSTANCE.encode(order, numbers[0], numbers[1]));
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle reports malformed signatures with exceptions of many kinds
            return Optional.empty();
        }
    }
}
