package dev.muster.domain.trust.key;

import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Recognizes RSA moduli from the generator of CVE-2017-15361 (ROCA): M. Nemec, M. Sys, P. Svenda, D. Klinec, V. Matyas,
 * "The Return of Coppersmith's Attack: Practical Factorization of Widely Used RSA Moduli", ACM CCS 2017, section 2.
 *
 * <p>The generator's primes are k * M + (65537^a mod M), where M is the product of the first primes. Their product is
 * therefore a power of 65537 modulo M; of other moduli only one in 2^154 is. For every key length, the first 39 primes,
 * up to 167, divide M. The check takes them one by one, and one exponent must fit all of them.
 */
final class RocaFingerprint {

    private static final int GENERATOR = 65537;

    /** The first 39 primes without 2: modulo 2 every modulus is a power of 65537. */
    private static final int[] PRIMES = {
        3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
        113, 127, 131, 137, 139, 149, 151, 157, 163, 167
    };

    private RocaFingerprint() {}

    /** Whether the modulus is a power of 65537 modulo the product of the primes. */
    static boolean isOf(BigInteger modulus) {
        long exponent = 0;
        long order = 1; // the exponent is known modulo this number, which grows to about 2^61
        for (int prime : PRIMES) {
            int residue = modulus.mod(BigInteger.valueOf(prime)).intValue();
            OptionalInt logarithm = logarithm(residue, prime);
            if (logarithm.isEmpty()) {
                return false;
            }
            int primeOrder = orderOfGenerator(prime);
            OptionalLong both = combine(exponent, order, logarithm.getAsInt(), primeOrder);
            if (both.isEmpty()) {
                return false;
            }
            exponent = both.getAsLong();
            order = order / gcd(order, primeOrder) * primeOrder;
        }
        return true;
    }

    /** The least x with 65537^x = value modulo the prime; empty if there is none. */
    private static OptionalInt logarithm(int value, int prime) {
        int power = 1;
        int order = orderOfGenerator(prime);
        for (int x = 0; x < order; x++) {
            if (power == value) {
                return OptionalInt.of(x);
            }
            power = power * (GENERATOR % prime) % prime;
        }
        return OptionalInt.empty();
    }

    private static int orderOfGenerator(int prime) {
        int order = 1;
        for (int power = GENERATOR % prime; power != 1; power = power * (GENERATOR % prime) % prime) {
            order++;
        }
        return order;
    }

    /** The number that is {@code a} modulo {@code m} and {@code b} modulo {@code n}; empty if there is none. */
    private static OptionalLong combine(long a, long m, int b, int n) {
        long steps = n / gcd(m, n);
        for (long i = 0; i < steps; i++) {
            if ((a + i * m) % n == b) {
                return OptionalLong.of(a + i * m);
            }
        }
        return OptionalLong.empty();
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
