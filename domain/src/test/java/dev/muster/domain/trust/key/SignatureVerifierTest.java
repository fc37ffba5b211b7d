package dev.muster.domain.trust.key;

import static dev.muster.domain.trust.key.SignatureFixture.ED;
import static dev.muster.domain.trust.key.SignatureFixture.INPUT;
import static dev.muster.domain.trust.key.SignatureFixture.RANDOM;
import static dev.muster.domain.trust.key.SignatureFixture.key;
import static dev.muster.domain.trust.key.SignatureFixture.keys;
import static dev.muster.domain.trust.key.SignatureFixture.sign;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.TestKeys;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures of the JDK, as they are and changed. */
class SignatureVerifierTest {

    @ParameterizedTest
    @EnumSource
    void acceptsWhatTheKeySigned(JwsAlgorithm algorithm) {
        byte[] signature = sign(algorithm, INPUT);
        assertThat(SignatureVerifier.verify(key(algorithm), algorithm, INPUT, signature))
                .isTrue();
        assertThat(SignatureVerifier.verify(key(algorithm), algorithm, "other".getBytes(), signature))
                .isFalse();
        assertThat(SignatureVerifier.verify(otherKey(algorithm), algorithm, INPUT, signature))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void refusesEveryOtherLengthAndEveryChangedByte(JwsAlgorithm algorithm) {
        byte[] good = sign(algorithm, INPUT);
        Stream.of(
                        new byte[0],
                        Arrays.copyOf(good, good.length - 1),
                        Arrays.copyOf(good, good.length + 1),
                        prefixed(good))
                .forEach(bad -> assertThat(SignatureVerifier.verify(key(algorithm), algorithm, INPUT, bad))
                        .isFalse());
        for (int i = 0; i < good.length; i += 7) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            assertThat(SignatureVerifier.verify(key(algorithm), algorithm, INPUT, bad))
                    .isFalse();
        }
    }

    /** RFC 8017 section 8.2.2: as a number it is the same, but it must be as long as the modulus. */
    @Test
    void refusesAnRsaSignatureWithoutItsLeadingZero() {
        KeyPair keys = TestKeys.of("RSA-2048", "signer");
        byte[] input = new byte[2];
        byte[] good = JdkSigner.sign("SHA256withRSA", keys.getPrivate(), input);
        while (good[0] != 0) {
            RANDOM.nextBytes(input);
            good = JdkSigner.sign("SHA256withRSA", keys.getPrivate(), input);
        }
        byte[] shorter = Arrays.copyOfRange(good, 1, good.length);
        assertThat(SignatureVerifier.verify(keys.getPublic(), JwsAlgorithm.RS256, input, good))
                .isTrue();
        assertThat(SignatureVerifier.verify(keys.getPublic(), JwsAlgorithm.RS256, input, shorter))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void refusesExtremeNumbers(JwsAlgorithm algorithm) {
        byte[] ones = new byte[sign(algorithm, INPUT).length];
        assertThat(SignatureVerifier.verify(key(algorithm), algorithm, INPUT, ones))
                .isFalse();
        Arrays.fill(ones, (byte) 0xff);
        assertThat(SignatureVerifier.verify(key(algorithm), algorithm, INPUT, ones))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"ES256", "ES384"})
    void refusesDer(JwsAlgorithm algorithm) {
        for (int i = 0; i < 50; i++) {
            String name = algorithm == JwsAlgorithm.ES256 ? "SHA256withECDSA" : "SHA384withECDSA";
            byte[] der = JdkSigner.sign(name, keys(algorithm).getPrivate(), INPUT);
            assertThat(SignatureVerifier.verify(key(algorithm), algorithm, INPUT, der))
                    .isFalse();
        }
    }

    static Stream<Arguments> outOfRange() {
        return Stream.concat(
                outOfRange(JwsAlgorithm.ES256, SECObjectIdentifiers.secp256r1),
                outOfRange(JwsAlgorithm.ES384, SECObjectIdentifiers.secp384r1));
    }

    private static Stream<Arguments> outOfRange(JwsAlgorithm algorithm, ASN1ObjectIdentifier curve) {
        byte[] good = sign(algorithm, INPUT);
        int half = good.length / 2;
        BigInteger r = new BigInteger(1, Arrays.copyOf(good, half));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(good, half, good.length));
        BigInteger n = SECNamedCurves.getByOID(curve).getN();
        BigInteger zero = BigInteger.ZERO;
        BigInteger one = BigInteger.ONE;
        return Stream.of(
                Arguments.of(algorithm, zero, zero),
                Arguments.of(algorithm, zero, s),
                Arguments.of(algorithm, r, zero),
                Arguments.of(algorithm, n, s),
                Arguments.of(algorithm, r, n),
                Arguments.of(algorithm, n, n),
                Arguments.of(algorithm, n.add(one), n.add(one)),
                Arguments.of(algorithm, one, one),
                Arguments.of(algorithm, s, r));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void refusesROrSOutOfRange(JwsAlgorithm algorithm, BigInteger r, BigInteger s) {
        int half = algorithm == JwsAlgorithm.ES256 ? 32 : 48;
        assertThat(SignatureVerifier.verify(key(algorithm), algorithm, INPUT, raw(half, r, s)))
                .isFalse();
    }

    /**
     * RFC 8032 section 5.1.7: S is less than the group's order. Otherwise S plus the order would be a second signature.
     */
    @Test
    void refusesAnEd25519SignatureWithAnotherFormOfS() {
        byte[] good = sign(JwsAlgorithm.EdDSA, INPUT);
        BigInteger order = BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));
        BigInteger s = new BigInteger(1, reversed(Arrays.copyOfRange(good, 32, 64)));
        for (BigInteger other : new BigInteger[] {s.add(order), order, order.add(BigInteger.ONE), BigInteger.ZERO}) {
            byte[] bad = good.clone();
            System.arraycopy(littleEndian(other), 0, bad, 32, 32);
            assertThat(SignatureVerifier.verify(ED.getPublic(), JwsAlgorithm.EdDSA, INPUT, bad))
                    .isFalse();
        }
    }

    private static PublicKey otherKey(JwsAlgorithm algorithm) {
        KeyAlgorithm kind = switch (algorithm) {
            case ES256 -> KeyAlgorithm.EC_P256;
            case ES384 -> KeyAlgorithm.EC_P384;
            case RS256, PS256 -> KeyAlgorithm.RSA_3072;
            case EdDSA -> KeyAlgorithm.ED25519;
        };
        return kind.generate(RANDOM).getPublic();
    }

    private static byte[] prefixed(byte[] signature) {
        byte[] longer = new byte[signature.length + 1];
        System.arraycopy(signature, 0, longer, 1, signature.length);
        return longer;
    }

    private static byte[] raw(int half, BigInteger r, BigInteger s) {
        byte[] raw = new byte[2 * half];
        for (int i = 0; i < half; i++) {
            raw[half - 1 - i] = r.shiftRight(8 * i).byteValue();
            raw[2 * half - 1 - i] = s.shiftRight(8 * i).byteValue();
        }
        return raw;
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < 32; i++) {
            bytes[i] = number.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
