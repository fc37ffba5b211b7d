package dev.muster.domain.trust.key;

/** Why a public key from outside is refused. {@link OutsideKeyPolicy} finds it, and the person with the key is told. */
public enum KeyFault {
    /** The key is not a SubjectPublicKeyInfo in DER, or something before, within or after it does not belong there. */
    MALFORMED("The key is not encoded as the standards require. Make the request with openssl req."),
    /** The key is neither RSA ({@code rsaEncryption}), nor EC ({@code id-ecPublicKey}), nor Ed25519. */
    UNKNOWN_ALGORITHM("The key is neither EC, nor RSA, nor Ed25519. Make a key of one of these kinds."),
    /** An EC key brings its own curve, or takes it from somewhere else, instead of naming it. */
    CURVE_NOT_NAMED("The key does not name its curve."
            + " Make a key with openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256."),
    /** The named curve is neither P-256 nor P-384. */
    UNKNOWN_CURVE("The key's curve is neither P-256 nor P-384. Make a key on one of these."),
    /** The key is not on the curve, is the point at infinity, or does not have the order of the base point. */
    UNUSABLE_POINT("The key is an invalid point of its curve. Make another key."),
    /** An Ed25519 key is not written in its only right encoding. */
    NOT_CANONICAL("The key is not encoded as the standards require. Make the request with openssl req."),
    /** The RSA modulus has less than 2,048 bits. */
    RSA_TOO_SHORT("The RSA key has less than 2,048 bits. Make a key of 3,072 bits."),
    /** The RSA modulus has more than 8,192 bits. */
    RSA_TOO_LONG("The RSA key has more than 8,192 bits. Make a key of 3,072 bits."),
    /** The RSA exponent is even, not more than 2^16, or not less than 2^256. */
    RSA_EXPONENT("The RSA exponent is too small, too large or even. Make a key with the exponent 65537."),
    /** The RSA modulus has a prime factor below 2^16. */
    RSA_SMALL_FACTOR(KeyFault.EASILY_FACTORED),
    /** The RSA modulus is a square, or its factors are so close to each other that anyone finds them at once. */
    RSA_CLOSE_PRIMES(KeyFault.EASILY_FACTORED),
    /** The RSA key comes from a generator whose keys can be broken (ROCA, CVE-2017-15361). */
    RSA_ROCA("The RSA key comes from a generator whose keys can be broken (ROCA, CVE-2017-15361)."
            + " Make a key with another generator."),
    /** The RSA modulus is itself a prime: anyone can compute the private key. */
    RSA_PRIME_MODULUS(KeyFault.EASILY_FACTORED);

    private static final String EASILY_FACTORED =
            "The RSA modulus is easily factored, so its generator is broken. Make a key with another generator.";

    private final String advice;

    KeyFault(String advice) {
        this.advice = advice;
    }

    /** What is wrong and what to do, in sentences for the person with the key. */
    public String advice() {
        return advice;
    }
}
