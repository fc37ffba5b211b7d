package dev.muster.domain.trust.key;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** Primes for RSA moduli: good ones, and ones as the published weak generator makes them. */
public final class Moduli {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final BigInteger GENERATOR = BigInteger.valueOf(65537);

    private Moduli() {}

    /** A random prime so near 2^bits that the product of n such primes has exactly n times as many bits. */
    public static BigInteger prime(int bits) {
        return BigInteger.TWO
                .pow(bits)
                .subtract(new BigInteger(bits - 16, RANDOM))
                .nextProbablePrime();
    }

    /**
     * A prime as the paper on ROCA describes it: k * M + (65537^a mod M).
     *
     * @param primesInM M is the product of this many primes: 71 for moduli of 992 bits or more, 126 for 1,984, 225 for
     *     3,968
     */
    public static BigInteger roca(int bits, int primesInM) {
        BigInteger m =
                firstPrimes(primesInM).stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
        BigInteger highest = BigInteger.valueOf(3).shiftLeft(bits - 2); // so that products have twice the bits
        while (true) {
            BigInteger residue = GENERATOR.modPow(new BigInteger(64, RANDOM), m);
            BigInteger random = highest.add(new BigInteger(bits - 2, RANDOM));
            BigInteger candidate = random.subtract(random.mod(m)).add(residue);
            if (candidate.bitLength() == bits && candidate.isProbablePrime(40)) {
                return candidate;
            }
        }
    }

    /** A number that is a power of 65537 modulo each of the first 39 primes, with another exponent for each. */
    static BigInteger rocaPrimeByPrime(int bits) {
        BigInteger product = BigInteger.ONE;
        BigInteger number = BigInteger.ZERO;
        for (int prime : firstPrimes(39)) {
            BigInteger p = BigInteger.valueOf(prime);
            BigInteger residue = GENERATOR.modPow(BigInteger.valueOf(RANDOM.nextInt(1000)), p);
            // unchanged modulo the product, and the residue modulo p
            BigInteger steps =
                    residue.subtract(number).multiply(product.modInverse(p)).mod(p);
            number = number.add(product.multiply(steps));
            product = product.multiply(p);
        }
        return number.add(product.multiply(new BigInteger(bits - product.bitLength(), RANDOM)));
    }

    private static List<Integer> firstPrimes(int count) {
        List<Integer> primes = new ArrayList<>();
        for (int candidate = 2; primes.size() < count; candidate++) {
            int number = candidate;
            if (primes.stream().noneMatch(prime -> number % prime == 0)) {
                primes.add(number);
            }
        }
        return primes;
    }
}
