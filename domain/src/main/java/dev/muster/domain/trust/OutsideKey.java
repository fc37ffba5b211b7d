package dev.muster.domain.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.key.KeyFault;
import dev.muster.domain.trust.key.OutsideKeyPolicy;

/** Which kind of key somebody brought, or, for whoever brought it, why it can have no certificate and what to do. */
final class OutsideKey {

    private OutsideKey() {}

    /**
     * @param subjectPublicKeyInfo as it came
     * @throws ProblemException {@code validation-failed}, where {@link OutsideKeyPolicy} finds a fault
     */
    static KeyAlgorithm check(byte[] subjectPublicKeyInfo) {
        OutsideKeyPolicy.check(subjectPublicKeyInfo).ifPresent(fault -> {
            throw ProblemException.invalid("The certificate signing request's key cannot be taken: " + sentence(fault));
        });
        return KeyAlgorithm.of(subjectPublicKeyInfo)
                .orElseThrow(() -> new IllegalStateException("a key without a fault is of a kind that is known"));
    }

    private static String sentence(KeyFault fault) {
        return switch (fault) {
            case MALFORMED, NOT_CANONICAL ->
                "it is not encoded as the standards want. Make the request with openssl req.";
            case UNKNOWN_ALGORITHM -> "it is neither EC, nor RSA, nor Ed25519. Make a key of one of these kinds.";
            case CURVE_NOT_NAMED ->
                "it does not name its curve. Make one with openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256.";
            case UNKNOWN_CURVE -> "its curve is neither P-256 nor P-384. Make a key on one of these.";
            case UNUSABLE_POINT -> "it is no point that could be somebody's key. Make another key.";
            case RSA_TOO_SHORT -> "its RSA modulus has less than 2,048 bits. Make one of 3,072 bits.";
            case RSA_TOO_LONG -> "its RSA modulus has more than 8,192 bits. Make one of 3,072 bits.";
            case RSA_EXPONENT ->
                "its RSA exponent is too small, too large or even. Make a key with the exponent 65537.";
            case RSA_ROCA ->
                "it comes from a generator whose keys can be broken (ROCA, CVE-2017-15361). Make one with another.";
            case RSA_SMALL_FACTOR, RSA_CLOSE_PRIMES, RSA_PRIME_MODULUS ->
                "its RSA modulus is easily factored: its generator is broken. Make a key with another one.";
        };
    }
}
