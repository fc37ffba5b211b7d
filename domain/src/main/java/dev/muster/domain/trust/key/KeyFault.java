package dev.muster.domain.trust.key;

/** Why a public key from outside is refused: found by {@link OutsideKeyPolicy}, and told to whoever brought the key. */
public enum KeyFault {
    /** No SubjectPublicKeyInfo in DER, or something before, within or after it that does not belong there. */
    MALFORMED,
    /** Neither RSA ({@code rsaEncryption}), nor EC ({@code id-ecPublicKey}), nor Ed25519. */
    UNKNOWN_ALGORITHM,
    /** An EC key that brings its own curve, or takes it from somewhere else, instead of naming it. */
    CURVE_NOT_NAMED,
    /** A named curve other than P-256 and P-384. */
    UNKNOWN_CURVE,
    /** No point of the curve, or one that is nobody's key: at infinity, or not of the base point's order. */
    UNUSABLE_POINT,
    /** An Ed25519 key of which another encoding is the right one. */
    NOT_CANONICAL,
    /** An RSA modulus of less than 2,048 bits. */
    RSA_TOO_SHORT,
    /** An RSA modulus of more than 8,192 bits. */
    RSA_TOO_LONG,
    /** An RSA exponent that is even, not more than 2^16, or not less than 2^256. */
    RSA_EXPONENT,
    /** An RSA modulus with a prime factor below 2^16. */
    RSA_SMALL_FACTOR,
    /** An RSA modulus that is a square, or whose factors are so close to each other that they are found at once. */
    RSA_CLOSE_PRIMES,
    /** An RSA key from a generator whose keys can be broken (ROCA, CVE-2017-15361). */
    RSA_ROCA,
    /** An RSA modulus that is itself a prime: anyone can compute the private key. */
    RSA_PRIME_MODULUS
}
