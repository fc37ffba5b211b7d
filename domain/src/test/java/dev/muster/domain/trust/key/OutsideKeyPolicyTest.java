package dev.muster.domain.trust.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.OpensslTool;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962NamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The openssl command makes the good keys. Each weak key is made in the way that its test names. */
class OutsideKeyPolicyTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final BigInteger F4 = BigInteger.valueOf(65537);
    private static final BigInteger ED25519_PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger PRIME = Moduli.prime(1024);
    private static final BigInteger OTHER_PRIME = Moduli.prime(1024);
    private static final BigInteger MODULUS = PRIME.multiply(OTHER_PRIME);
    private static final X9ECParameters P256 = X962NamedCurves.getByOID(SECObjectIdentifiers.secp256r1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-algorithm RSA -pkeyopt rsa_keygen_bits:2048",
                "-algorithm RSA -pkeyopt rsa_keygen_bits:3072",
                "-algorithm RSA -pkeyopt rsa_keygen_bits:2056 -pkeyopt rsa_keygen_pubexp:65539",
                "-algorithm EC -pkeyopt ec_paramgen_curve:P-256",
                "-algorithm EC -pkeyopt ec_paramgen_curve:P-384",
                "-algorithm ED25519"
            })
    void acceptsWhatOpensslMakes(String wish) {
        assertThat(OutsideKeyPolicy.check(OpensslTool.publicKey(wish.split(" "))))
                .isEmpty();
    }

    @Test
    void acceptsTheLargestRsaKey() {
        assertThat(OutsideKeyPolicy.check(rsa(PRIME.pow(5).multiply(OTHER_PRIME.pow(3)), F4)))
                .isEmpty();
    }

    @Test
    void acceptsACompressedPoint() throws Exception {
        ECPoint point = P256.getG().multiply(BigInteger.valueOf(7)).normalize();
        assertThat(OutsideKeyPolicy.check(ec(SECObjectIdentifiers.secp256r1, point.getEncoded(true))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-algorithm RSA -pkeyopt rsa_keygen_bits:1024, RSA_TOO_SHORT",
        "-algorithm RSA -pkeyopt rsa_keygen_bits:2048 -pkeyopt rsa_keygen_pubexp:3, RSA_EXPONENT",
        "-algorithm EC -pkeyopt ec_paramgen_curve:secp256k1, UNKNOWN_CURVE",
        "-algorithm EC -pkeyopt ec_paramgen_curve:P-521, UNKNOWN_CURVE",
        "-algorithm EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:explicit, CURVE_NOT_NAMED",
        "-algorithm ED448, UNKNOWN_ALGORITHM",
        "-algorithm X25519, UNKNOWN_ALGORITHM",
        "-algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048, UNKNOWN_ALGORITHM"
    })
    void refusesOtherKeysThatOpensslMakes(String wish, KeyFault fault) {
        assertThat(OutsideKeyPolicy.check(OpensslTool.publicKey(wish.split(" "))))
                .contains(fault);
    }

    @Test
    void refusesRsaKeysOfOtherLengths() {
        assertFault(KeyFault.RSA_TOO_SHORT, rsa(MODULUS.shiftRight(1).setBit(0), F4));
        assertFault(KeyFault.RSA_TOO_LONG, rsa(BigInteger.TWO.pow(8192).add(BigInteger.ONE), F4));
    }

    static Stream<BigInteger> exponents() {
        return Stream.of(
                BigInteger.ONE,
                BigInteger.valueOf(3),
                BigInteger.TWO.pow(16),
                BigInteger.TWO.pow(16).subtract(BigInteger.ONE),
                BigInteger.TWO.pow(16).add(BigInteger.TWO),
                BigInteger.TWO.pow(256).add(BigInteger.ONE));
    }

    @ParameterizedTest
    @MethodSource("exponents")
    void refusesTheExponent(BigInteger exponent) {
        assertFault(KeyFault.RSA_EXPONENT, rsa(MODULUS, exponent));
    }

    @Test
    void acceptsTheLargestExponent() {
        BigInteger exponent = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
        assertThat(OutsideKeyPolicy.check(rsa(MODULUS, exponent))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 251, 751, 757, 65521})
    void refusesASmallFactor(int factor) {
        BigInteger cofactor =
                BigInteger.probablePrime(2049 - BigInteger.valueOf(factor).bitLength(), RANDOM);
        assertFault(KeyFault.RSA_SMALL_FACTOR, rsa(cofactor.multiply(BigInteger.valueOf(factor)), F4));
    }

    @Test
    void acceptsTheFirstFactorThatIsNotSmall() {
        assertThat(OutsideKeyPolicy.check(rsa(MODULUS.multiply(F4), F4))).isEmpty();
    }

    @Test
    void refusesASquare() {
        assertFault(KeyFault.RSA_CLOSE_PRIMES, rsa(PRIME.multiply(PRIME), F4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 400, 512})
    void refusesPrimesThatAreClose(int bitsOfDifference) {
        BigInteger other = PRIME.add(BigInteger.ONE.shiftLeft(bitsOfDifference)).nextProbablePrime();
        assertFault(KeyFault.RSA_CLOSE_PRIMES, rsa(PRIME.multiply(other), F4));
    }

    /**
     * Close enough to be refused if the search had more rounds. It would need about (p - q)^2 / (8 * sqrt(n)) of them.
     */
    @Test
    void looksForCloseFactorsNoLongerThanItMust() {
        BigInteger other = PRIME.add(BigInteger.ONE.shiftLeft(520)).nextProbablePrime();
        assertThat(OutsideKeyPolicy.check(rsa(PRIME.multiply(other), F4))).isEmpty();
    }

    @Test
    void refusesAPrimeModulus() {
        assertFault(KeyFault.RSA_PRIME_MODULUS, rsa(BigInteger.probablePrime(2048, RANDOM), F4));
    }

    @ParameterizedTest
    @CsvSource({"1024, 71", "1536, 126"})
    void refusesWhatTheGeneratorOfRocaMakes(int primeBits, int primesInM) {
        BigInteger modulus = Moduli.roca(primeBits, primesInM).multiply(Moduli.roca(primeBits, primesInM));
        assertFault(KeyFault.RSA_ROCA, rsa(modulus, F4));
    }

    /** A modulus that is a power of 65537 modulo every small prime, but not with one exponent. */
    @Test
    void acceptsWhatOnlyLooksLikeRocaPrimeByPrime() {
        BigInteger lookalike = Moduli.rocaPrimeByPrime(2048);
        assertThat(RocaFingerprint.isOf(lookalike)).isFalse();
        assertThat(RocaFingerprint.isOf(Moduli.roca(1024, 71))).isTrue();
    }

    @Test
    void refusesPointsThatAreNone() throws Exception {
        byte[] good = P256.getG().getEncoded(false);
        byte[] offCurve = good.clone();
        offCurve[64] ^= 1;
        byte[] hybrid = good.clone();
        hybrid[0] = (byte) (6 + (good[64] & 1));
        byte[] beyondTheField = good.clone();
        Arrays.fill(beyondTheField, 1, 33, (byte) 0xff);
        byte[] infinity = {0};
        for (byte[] bad : new byte[][] {
            offCurve, hybrid, beyondTheField, infinity, new byte[0], new byte[65], Arrays.copyOf(good, 64)
        }) {
            assertFault(KeyFault.UNUSABLE_POINT, ec(SECObjectIdentifiers.secp256r1, bad));
        }
        assertFault(KeyFault.UNUSABLE_POINT, ec(SECObjectIdentifiers.secp384r1, good));
    }

    @Test
    void refusesCurvesThatAreNotNamed() throws Exception {
        byte[] point = P256.getG().getEncoded(false);
        assertFault(KeyFault.CURVE_NOT_NAMED, ec(P256, point));
        assertFault(KeyFault.CURVE_NOT_NAMED, ec(DERNull.INSTANCE, point));
        assertFault(KeyFault.MALFORMED, ec(null, point));
    }

    /**
     * The eight points whose order divides the cofactor. Their y is 1, -1, 0 or one of two roots, which are published
     * in many places.
     */
    static Stream<Arguments> smallOrders() {
        return Stream.of(
                Arguments.of("0100000000000000000000000000000000000000000000000000000000000000"),
                Arguments.of("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
                Arguments.of("0000000000000000000000000000000000000000000000000000000000000000"),
                Arguments.of("0000000000000000000000000000000000000000000000000000000000000080"),
                Arguments.of("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
                Arguments.of("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"),
                Arguments.of("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
                Arguments.of("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"));
    }

    @ParameterizedTest
    @MethodSource("smallOrders")
    void refusesEd25519KeysOfSmallOrder(String hex) {
        assertFault(KeyFault.UNUSABLE_POINT, ed25519(HexFormat.of().parseHex(hex)));
    }

    @Test
    void refusesEd25519KeysThatAreNoPoint() {
        byte[] two = new byte[32];
        two[0] = 2;
        assertFault(KeyFault.UNUSABLE_POINT, ed25519(two));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 18})
    void refusesEd25519KeysWrittenAnotherWay(int surplus) {
        byte[] key = littleEndian(ED25519_PRIME.add(BigInteger.valueOf(surplus)));
        assertFault(KeyFault.NOT_CANONICAL, ed25519(key));
        key[31] |= (byte) 0x80;
        assertFault(KeyFault.NOT_CANONICAL, ed25519(key));
    }

    /** Only the lowest octets distinguish them from numbers that are too large. */
    @Test
    void takesLargeEd25519KeysForCanonical() {
        for (int i = 1; i < 20; i++) {
            byte[] key = littleEndian(ED25519_PRIME.subtract(BigInteger.valueOf(256L * i)));
            assertThat(OutsideKeyPolicy.check(ed25519(key)))
                    .isIn(Optional.empty(), Optional.of(KeyFault.UNUSABLE_POINT));
        }
    }

    @Test
    void refusesWhatIsNotDer() throws Exception {
        byte[] good = KeyAlgorithm.EC_P256.generate(RANDOM).getPublic().getEncoded();
        byte[] longLength = new byte[good.length + 1];
        longLength[0] = good[0];
        longLength[1] = (byte) 0x81;
        System.arraycopy(good, 1, longLength, 2, good.length - 1);
        byte[] indefinite = new BERSequence(vector(SubjectPublicKeyInfo.getInstance(good))).getEncoded();
        for (byte[] bad : new byte[][] {
            new byte[0],
            {0x30, 0},
            {0x30, 3, 1, 1, 1},
            Arrays.copyOf(good, good.length - 1),
            Arrays.copyOf(good, good.length + 1),
            longLength,
            indefinite
        }) {
            assertFault(KeyFault.MALFORMED, bad);
        }
    }

    @Test
    void refusesRsaKeysThatAreNotWrittenAsTheStandardWants() throws Exception {
        RSAPublicKey key = new RSAPublicKey(MODULUS, F4);
        byte[] der = key.getEncoded();
        assertThat(OutsideKeyPolicy.check(spki(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE, der)))
                .isEmpty();
        assertFault(KeyFault.MALFORMED, spki(PKCSObjectIdentifiers.rsaEncryption, null, der));
        assertFault(
                KeyFault.MALFORMED,
                spki(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE, Arrays.copyOf(der, der.length + 1)));
        byte[] negative = new DERSequence(
                        new ASN1Encodable[] {new ASN1Integer(key.getModulus().negate()), new ASN1Integer(F4)})
                .getEncoded();
        assertFault(KeyFault.MALFORMED, spki(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE, negative));
    }

    @Test
    void refusesEd25519KeysOfAnotherShape() {
        byte[] key = littleEndian(BigInteger.TWO);
        assertFault(KeyFault.MALFORMED, ed25519(Arrays.copyOf(key, 31)));
        assertFault(KeyFault.MALFORMED, ed25519(Arrays.copyOf(key, 33)));
        assertFault(KeyFault.MALFORMED, spki(EdECObjectIdentifiers.id_Ed25519, DERNull.INSTANCE, key));
    }

    @Test
    void anyChangedByteOfAKeyIsHandled() {
        byte[] good = KeyAlgorithm.EC_P256.generate(RANDOM).getPublic().getEncoded();
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x41;
            assertThat(OutsideKeyPolicy.check(bad)).as("octet %d changed", i).isPresent();
        }
    }

    private static void assertFault(KeyFault fault, byte[] key) {
        assertThat(OutsideKeyPolicy.check(key)).contains(fault);
    }

    private static byte[] rsa(BigInteger modulus, BigInteger exponent) {
        try {
            return spki(
                    PKCSObjectIdentifiers.rsaEncryption,
                    DERNull.INSTANCE,
                    new RSAPublicKey(modulus, exponent).getEncoded());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] ec(ASN1Encodable curve, byte[] point) {
        return spki(X9ObjectIdentifiers.id_ecPublicKey, curve, point);
    }

    private static byte[] ed25519(byte[] key) {
        return spki(EdECObjectIdentifiers.id_Ed25519, null, key);
    }

    private static byte[] spki(ASN1ObjectIdentifier algorithm, ASN1Encodable parameters, byte[] key) {
        try {
            return new SubjectPublicKeyInfo(new AlgorithmIdentifier(algorithm, parameters), key).getEncoded();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ASN1EncodableVector vector(ASN1Encodable sequence) {
        ASN1EncodableVector members = new ASN1EncodableVector();
        org.bouncycastle.asn1.ASN1Sequence.getInstance(sequence.toASN1Primitive())
                .forEach(members::add);
        return members;
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] big = number.toByteArray();
        byte[] little = new byte[32];
        for (int i = 0; i < big.length && i < 32; i++) {
            little[i] = big[big.length - 1 - i];
        }
        return little;
    }
}
