package dev.muster.domain.trust.key;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Optional;

/** Whether an RSA key from outside resists the known ways to find its private half. */
final class RsaKeyPolicy {

    /** 112 bits of strength (NIST SP 800-57 part 1, table 2; protocol.md, Certificates). */
    private static final int MIN_BITS = 2048;

    /** Limits the work of every later verification; twice the largest key that the server makes. */
    private static final int MAX_BITS = 8192;

    /**
     * An exponent is odd, more than 2^16 and less than 2^256 (FIPS 186-5 section A.1.1). If it is 1, anybody can sign.
     */
    private static final int MIN_EXPONENT_BITS = 17;

    private static final int MAX_EXPONENT_BITS = 256;

    /** The rounds of Fermat's method (CA/Browser Forum BR 6.1.1.3, as of version 2.0.1). */
    private static final int FERMAT_ROUNDS = 100;

    /** The product of all odd primes below 2^16. One common divisor finds each of them. */
    private static final BigInteger SMALL_PRIMES = productOfOddPrimesBelow(1 << 16);

    /**
     * In base 64, a square ends in one of twelve digits. Most numbers therefore need no root to show that they are no
     * square.
     */
    private static final long SQUARES_MODULO_64 = squaresModulo64();

    private RsaKeyPolicy() {}

    /** The first fault of the key, the cheapest checks first; empty if it has none. */
    static Optional<KeyFault> check(BigInteger modulus, BigInteger exponent) {
        return checkSize(modulus, exponent)
                .or(() -> fault(hasSmallFactor(modulus), KeyFault.RSA_SMALL_FACTOR))
                .or(() -> fault(RocaFingerprint.isOf(modulus), KeyFault.RSA_ROCA))
                .or(() -> fault(hasCloseFactors(modulus), KeyFault.RSA_CLOSE_PRIMES))
                .or(() -> fault(modulus.isProbablePrime(2), KeyFault.RSA_PRIME_MODULUS));
    }

    /**
     * The cheap part of {@link #check}: signs and sizes of the two numbers. Every key that verifies a signature must
     * pass it.
     */
    static Optional<KeyFault> checkSize(BigInteger modulus, BigInteger exponent) {
        if (modulus.signum() <= 0 || exponent.signum() <= 0) {
            return Optional.of(KeyFault.MALFORMED);
        }
        return fault(modulus.bitLength() < MIN_BITS, KeyFault.RSA_TOO_SHORT)
                .or(() -> fault(modulus.bitLength() > MAX_BITS, KeyFault.RSA_TOO_LONG))
                .or(() -> fault(!isExponent(exponent), KeyFault.RSA_EXPONENT));
    }

    private static Optional<KeyFault> fault(boolean found, KeyFault fault) {
        return found ? Optional.of(fault) : Optional.empty();
    }

    private static boolean isExponent(BigInteger exponent) {
        return exponent.testBit(0)
                && exponent.bitLength() >= MIN_EXPONENT_BITS
                && exponent.bitLength() <= MAX_EXPONENT_BITS;
    }

    private static boolean hasSmallFactor(BigInteger modulus) {
        return !modulus.testBit(0) || !SMALL_PRIMES.mod(modulus).gcd(modulus).equals(BigInteger.ONE);
    }

    /**
     * Fermat's method: n = a^2 - b^2 = (a + b)(a - b). It takes a few rounds if the factors are close (as in
     * CVE-2022-26320), and one round if n is a square.
     */
    private static boolean hasCloseFactors(BigInteger n) {
        BigInteger root = n.sqrt();
        BigInteger a = root.multiply(root).equals(n) ? root : root.add(BigInteger.ONE);
        BigInteger rest = a.multiply(a).subtract(n);
        for (int round = 0; round < FERMAT_ROUNDS; round++) {
            if (isSquare(rest)) {
                return true;
            }
            // (a + 1)^2 - n = (a^2 - n) + 2a + 1
            rest = rest.add(a.shiftLeft(1)).add(BigInteger.ONE);
            a = a.add(BigInteger.ONE);
        }
        return false;
    }

    private static boolean isSquare(BigInteger number) {
        boolean possible = (SQUARES_MODULO_64 >>> (number.intValue() & 63) & 1) == 1;
        return possible && number.sqrtAndRemainder()[1].signum() == 0;
    }

    private static long squaresModulo64() {
        long squares = 0;
        for (int i = 0; i < 64; i++) {
            squares |= 1L << (i * i % 64);
        }
        return squares;
    }

    /** Uses the sieve of Eratosthenes. */
    private static BigInteger productOfOddPrimesBelow(int limit) {
        BitSet composite = new BitSet(limit);
        BigInteger product = BigInteger.ONE;
        for (int i = 3; i < limit; i += 2) {
            if (composite.get(i)) {
                continue;
            }
            product = product.multiply(BigInteger.valueOf(i));
            for (long multiple = (long) i * i; multiple < limit; multiple += 2L * i) {
                composite.set((int) multiple);
            }
        }
        return product;
    }
}
