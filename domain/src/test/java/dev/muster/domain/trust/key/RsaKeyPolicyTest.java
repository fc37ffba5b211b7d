package dev.muster.domain.trust.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sizes of the two numbers, at their limits. They need not be a key. */
class RsaKeyPolicyTest {

    private static final BigInteger F4 = BigInteger.valueOf(65537);
    private static final BigInteger MODULUS = ofBits(2048);

    @ParameterizedTest
    @ValueSource(ints = {2048, 8192})
    void acceptsTheShortestAndTheLongestModulus(int bits) {
        assertThat(RsaKeyPolicy.checkSize(ofBits(bits), F4)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2047, RSA_TOO_SHORT", "8193, RSA_TOO_LONG"})
    void refusesAModulusOfOneBitFewerOrMore(int bits, KeyFault fault) {
        assertThat(RsaKeyPolicy.checkSize(ofBits(bits), F4)).contains(fault);
    }

    @Test
    void refusesNumbersThatAreNotPositive() {
        for (BigInteger number : new BigInteger[] {BigInteger.ZERO, BigInteger.ONE.negate()}) {
            assertThat(RsaKeyPolicy.checkSize(number, F4)).contains(KeyFault.MALFORMED);
            assertThat(RsaKeyPolicy.checkSize(MODULUS, number)).contains(KeyFault.MALFORMED);
        }
    }

    private static BigInteger ofBits(int bits) {
        return BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
    }
}
